export type DetectionRules = Record<string, unknown>;
