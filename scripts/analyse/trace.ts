import type { TraceEntry } from '../../lib/analysis/ruleset.ts';
import { oneLine } from '../../lib/model/line-ends.ts';
import type { Analysis } from '../../lib/model/mention.ts';

/** Prints each sentence that holds `words` ('' for all), what every rule said of it, and what was dropped and why. */
export function printTrace(
  text: string,
  analysis: Analysis,
  trace: readonly TraceEntry[],
  words: string,
): void {
  for (const sentence of analysis.sentences) {
    const quote = oneLine(text.slice(sentence.start, sentence.end));
    if (!quote.includes(words)) continue;
    const topic = sentence.topic === undefined ? '' : ` topic ${sentence.topic}`;
    print(
      `\n${sentence.start}–${sentence.end} ${sentence.category} [${sentence.ruleId} ${sentence.certainty}]${topic}`,
    );
    print(`  ${quote}`);
    const inside = (span: { start: number; end: number }) =>
      span.start >= sentence.start && span.end <= sentence.end;
    for (const entry of trace.filter(inside)) {
      const shown = entry.layer === 'figure' ? ` «${oneLine(text.slice(entry.start, entry.end))}»` : '';
      print(`  ${entry.outcome === 'kept' ? '+' : '-'} ${entry.layer} ${entry.ruleId}${shown}: ${entry.why}`);
    }
    for (const figure of analysis.figures.filter(inside)) {
      print(
        `  = «${oneLine(text.slice(figure.start, figure.end))}» ${figure.value} ${figure.unit ?? ''} ${figure.kind}: ${figure.indicator}`,
      );
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
