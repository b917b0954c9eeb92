import type { Bundle } from './bundle.ts';
import { allRowsOf, figureRowsOf } from './note-rows.ts';

/**
 * Figures and findings, one JSON object a line (LF), every line with the same keys, so that tables can be made of them
 * without guessing: what does not apply is `null`. `record` is `figure`, `finding` or `note`; figures are findings
 * with a value.
 */
export function jsonlOf(bundle: Bundle): string {
  const figures = new Map(figureRowsOf(bundle).map((row) => [row.id, row]));
  return allRowsOf(bundle)
    .map((row) => {
      const found = figures.get(row.id);
      const { motivation, category, ...rest } = row;
      const record = motivation !== null ? 'note' : category === 'figure' ? 'figure' : 'finding';
      const figure = found?.figure;
      return `${JSON.stringify({
        record,
        category,
        motivation,
        ...rest,
        value: figure?.value ?? null,
        valueMax: figure?.valueMax ?? null,
        unit: figure?.unit ?? null,
        approx: figure?.approx ?? null,
        quantityKind: figure?.kind ?? null,
        indicator: figure?.indicator ?? null,
        from: figure?.from ?? null,
        direction: figure?.direction ?? null,
        ruleId: found?.ruleId ?? null,
        certainty: found?.certainty ?? null,
        verdict: found?.verdict ?? null,
      })}\n`;
    })
    .join('');
}
