import { VERDICTS, type Verdict } from '../../lib/model/correction.ts';
import type { Words } from '../../lib/model/words.ts';

interface JudgementTableProps {
  words: Words;
  /** How often each rule's findings were judged, and how, in the order to be shown. */
  rows: readonly ({ ruleId: string } & Record<Verdict, number>)[];
}

/** How readers judged what each rule found. */
export function JudgementTable({ words: { options, rules, htmlLang }, rows }: JudgementTableProps) {
  if (rows.length === 0) return <p class="unknown">{options.noJudgements}</p>;
  const number = new Intl.NumberFormat(htmlLang);
  return (
    <div class="scroller">
      <table class="judgements">
        <thead>
          <tr>
            <th scope="col">{options.rule}</th>
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col" class="number">
                {options.verdicts[verdict]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ruleId}>
              <th scope="row">{rules[row.ruleId] ?? row.ruleId}</th>
              {VERDICTS.map((verdict) => (
                <td key={verdict} class="number">
                  {number.format(row[verdict])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
