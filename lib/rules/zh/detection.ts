import { COUNTIES } from '../../lexicon/zh/counties.ts';
import { gazetteer } from '../../lexicon/zh/gazetteer.ts';
import { rulesWith } from './detection/rules.ts';

/** Detection and facts, with all provinces, cities, counties and districts. */
export const detectionRules = rulesWith(gazetteer(COUNTIES));
