import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detect } from '../lib/analysis/detect.ts';
import { readFewClues } from '../lib/page/clues.ts';
import { detectionRules } from '../lib/rules/zh/detection.ts';

/**
 * The second look, at pages where the detector saw that they may be reports. Reads only; its result goes to whoever
 * injected it: is this a report, and how much vouches for it?
 */
export default defineUnlistedScript(() => {
  const { isReport, confidence } = detect(readFewClues(document, location.href), detectionRules);
  return { isReport, confidence };
});
