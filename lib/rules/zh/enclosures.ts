import type { Ruleset } from '../../analysis/ruleset.ts';

/** Pairs that make a name of what they hold. A longer pair has lost a mark. */
export const ENCLOSURES: Ruleset['enclosures'] = [
  { open: '《', close: '》', kind: 'title', longest: 200 },
  { open: '〈', close: '〉', kind: 'title', longest: 120 },
  { open: '“', close: '”', kind: 'quotation', longest: 60 },
  { open: '‘', close: '’', kind: 'quotation', longest: 60 },
  { open: '「', close: '」', kind: 'quotation', longest: 60 },
  { open: '"', close: '"', kind: 'quotation', longest: 40 },
];
