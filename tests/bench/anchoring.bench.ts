import search from 'approx-string-match';
import type { Target } from '../../lib/model/annotation.ts';
import { describe } from '../../lib/selector/describe.ts';
import { type Match, match } from '../../lib/selector/match.ts';
import type { Case } from '../corpus/anchoring/changes.ts';
import { type Grade, gradeOf } from '../corpus/anchoring/grade.ts';
import { allCases, reportTexts } from '../corpus/anchoring/texts.ts';

type Selectors = Pick<Target, 'quote' | 'position'>;

const NOTES = 200;
const PAGE_LENGTH = 13_000;
const RUNS = 15;

/** How notes come back to changed texts, beside a matcher that takes whatever scores best; and how long it takes. */
export async function bench(): Promise<void> {
  const cases = allCases();
  const matchers: [string, (one: Case, target: Selectors) => Match][] = [
    ['ours', (one, target) => match(one.after, target, one.before)],
    ['quote alone', (one, target) => match(one.after, target)],
    ['best score', (one, target) => bestScore(one.after, target)],
  ];
  const graded = matchers.map(([name, matcher]) => ({
    name,
    grades: cases.map((one) => ({ one, ...gradeOf(one, matcher(one, describe(one.before, one.span))) })),
  }));
  console.log(
    `${cases.length} generated cases; right: state and place as a person would say; wrong: attached in silence to other words or another place`,
  );
  const rowOf = (wanted: (one: Case) => boolean) =>
    Object.fromEntries(
      graded.flatMap(({ name, grades }) => {
        const own = grades.filter(({ one }) => wanted(one));
        return [
          [`${name}: right`, percent(own)],
          [`${name}: wrong`, own.filter(({ isWrongAttachment }) => isWrongAttachment).length],
        ];
      }),
    );
  const kinds = new Map(cases.map(({ kind, state }) => [kind, state]));
  console.table(
    Object.fromEntries(
      [...kinds].map(([kind, state]) => [
        kind,
        {
          state,
          cases: cases.filter((one) => one.kind === kind).length,
          ...rowOf((one) => one.kind === kind),
        },
      ]),
    ),
  );
  console.table({
    'found when it should be (bar 99.5%)': rowOf(({ state }) => state === 'found'),
    'right among changed, ambiguous, lost (bar 95%)': rowOf(({ state }) => state !== 'found'),
    'all (bar: 0 wrong)': rowOf(() => true),
  });
  speed();
}

function percent(grades: readonly Grade[]): string {
  return `${((grades.filter(({ isRight }) => isRight).length / (grades.length || 1)) * 100).toFixed(1)}%`;
}

/**
 * What is measured against: the place where quote, context and nearness score best together, however bad the best
 * is and however close the second comes. A note it attaches, it shows as found.
 */
function bestScore(text: string, { quote, position }: Selectors): Match {
  const { exact, prefix, suffix } = quote;
  const hits = search(text, exact, Math.floor(exact.length / 2));
  let best = { score: -1, start: 0, end: 0 };
  for (const { start, end, errors } of hits) {
    const likeness = [
      [50, 1 - errors / exact.length],
      [20, nearness(text.slice(Math.max(0, start - prefix.length), start), prefix)],
      [20, nearness(text.slice(end, end + suffix.length), suffix)],
      [2, 1 - Math.abs(start - position.start) / text.length],
    ] as const;
    const score = likeness.reduce((sum, [weight, share]) => sum + weight * share, 0) / 92;
    if (score > best.score) best = { score, start, end };
  }
  if (best.score < 0) return { state: 'lost', candidates: [] };
  const span = { start: best.start, end: best.end };
  return { state: 'found', span, candidates: [span] };
}

/** 1: the context stands there as it was; 0: nothing like it. */
function nearness(there: string, context: string): number {
  if (context === '') return 1;
  const [hit] = search(there, context, context.length);
  return hit ? 1 - hit.errors / context.length : 0;
}

/** Notes all over a page, placed anew: on the same text, and on one in which something changed every few hundred characters. */
function speed(): void {
  const whole = reportTexts().join('\n');
  const changes: [string, (text: string) => string][] = [
    ['unchanged', (text) => text],
    ['edited in 40 places', edited],
  ];
  const rows = changes.map(([page, change]) => {
    const times = Array.from({ length: RUNS }, (_, run) => {
      // another text on every run: what is kept of the last one must not help
      const before = whole.slice(run * 400, run * 400 + PAGE_LENGTH);
      const after = change(before);
      const targets = Array.from({ length: NOTES }, (_, at) => {
        const start = Math.floor((at * (PAGE_LENGTH - 60)) / NOTES);
        return describe(before, { start, end: start + 8 + (at % 40) });
      });
      const began = performance.now();
      for (const target of targets) match(after, target, before);
      return performance.now() - began;
    });
    const sorted = times.toSorted((a, b) => a - b);
    return {
      page,
      'first ms': Number(times[0]?.toFixed(1)),
      'median ms': Number(sorted[RUNS >> 1]?.toFixed(1)),
      'longest ms': Number(sorted.at(-1)?.toFixed(1)),
    };
  });
  console.log(`${NOTES} stored notes placed on a page of ${PAGE_LENGTH} characters (goal: under 50 ms)`);
  console.table(rows);
}

function edited(text: string): string {
  const step = Math.floor(text.length / 40);
  return text.replace(new RegExp(`[\\s\\S]{${step}}`, 'g'), (part) => `${part.slice(0, -6)}新增`);
}
