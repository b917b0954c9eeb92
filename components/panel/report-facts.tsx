import type { Detection } from '../../lib/model/report.ts';
import type { Words } from '../../lib/model/words.ts';

/** What is known of the report; what is not known says so. */
export function ReportFacts({ detection, words }: { detection: Detection; words: Words }) {
  const { panel, levels } = words;
  const { title, issuer, year, kind, level, region, published } = detection.facts;
  const place = [region.province, region.city, region.county].filter((name) => name !== null).join(' · ');
  const facts: [string, string | null][] = [
    [panel.issuer, issuer],
    [panel.year, year === null ? null : panel.yearValue(year)],
    [panel.kind, kind],
    [panel.level, level && levels[level]],
    [panel.region, place || null],
    [panel.published, published],
  ];
  const isUnofficial = detection.evidence.some(({ clue }) => clue === 'unofficial-host');
  return (
    <section class="facts" aria-label={panel.facts}>
      <h1>{title ?? issuer ?? panel.unknown}</h1>
      {isUnofficial && <p class="notice">{panel.unofficialHost}</p>}
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={value === null ? 'unknown' : ''}>{value ?? panel.unknown}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
