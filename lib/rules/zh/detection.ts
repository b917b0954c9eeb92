export const detectionRules = {};
