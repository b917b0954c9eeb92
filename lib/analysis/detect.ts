import type { Clues } from '../model/clues.ts';
import type { Detection } from '../model/report.ts';
import type { ReportText } from '../model/text.ts';
import type { DetectionRules } from './detection-rules.ts';

const NOTHING = {
  title: null,
  kind: null,
  issuer: null,
  level: null,
  region: { province: null, city: null, county: null },
  year: null,
  published: null,
};

export function detect(_clues: Clues, _rules: DetectionRules, _text?: ReportText): Detection {
  return { isReport: false, confidence: 0, evidence: [], facts: NOTHING };
}
