export const fullDetectionRules = {};
