import { gazetteer } from '../../lexicon/zh/gazetteer.ts';
import { rulesWith } from './detection/rules.ts';

/** Detection for every page: knows provinces and cities only. */
export const detectionRules = rulesWith(gazetteer());
