import { useEffect, useState } from 'preact/hooks';
import { CITATION_STANDARDS, type CitationStandard } from '../../lib/model/citation-standard.ts';
import type { Words } from '../../lib/model/words.ts';
import { chooseCitationStyle, citationStyle } from '../shared/citation-style.ts';

/** The standard that copied references follow. */
export function CitationChoice({ words: { options } }: { words: Words }) {
  const [standard, setStandard] = useState<CitationStandard>(CITATION_STANDARDS[0]);
  useEffect(() => void citationStyle().then(setStandard, () => undefined), []);
  return (
    <p>
      <label>
        {options.citation}{' '}
        <select
          value={standard}
          onChange={({ currentTarget }) => {
            const choice = CITATION_STANDARDS.find((each) => each === currentTarget.value) ?? standard;
            setStandard(choice);
            void chooseCitationStyle(choice);
          }}
        >
          {CITATION_STANDARDS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
