import { COUNTIES } from '../../lexicon/zh/counties.ts';
import { gazetteer } from '../../lexicon/zh/gazetteer.ts';
import { rulesWith } from './detection/rules.ts';

/** Detection with counties and districts, where the report's text is read anyway. */
export const fullDetectionRules = rulesWith(gazetteer(COUNTIES));
