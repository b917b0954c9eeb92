import { noFacts } from '../../analysis/detect.ts';
import type { DetectionRules } from '../../analysis/detection-rules.ts';
import { recognition } from './detection/recognition.ts';

/** Detection for every page: is it a report, and of what kind? The other facts wait until the text is read. */
export const detectionRules: DetectionRules = {
  ...recognition,
  facts: (page, kind) => ({ ...noFacts(), title: page.title === '' ? null : page.title, kind }),
};
