import { useEffect, useState } from 'preact/hooks';
import { WORDS } from '../../lib/messages/words-for.ts';
import { LANGUAGES, type Language, type Words } from '../../lib/model/words.ts';
import { createDatabase } from '../../lib/store/database.ts';
import { chooseLanguage, chosenLanguage } from '../shared/language.ts';
import { removeHost } from '../shared/sites.ts';
import { isOn, type Switch, turn } from '../shared/switches.ts';
import { useAddedHosts } from '../shared/use-added-hosts.ts';
import { useLive } from '../shared/use-live.ts';
import { CitationChoice } from './citation-choice.tsx';
import { Judgements } from './judgements.tsx';
import { KeyChoice } from './key-choice.tsx';

const database = createDatabase();

/** Language, keys, and what is stored on this computer. */
export function General({ words }: { words: Words }) {
  const { options } = words;
  return (
    <>
      <h1>{options.label}</h1>
      <LanguageChoice words={words} />
      <CitationChoice words={words} />
      <SwitchChoice name="collectRecognised" label={options.collectRecognised} />
      <SwitchChoice name="printMarks" label={options.printMarks} />
      <section>
        <h2>{options.keys}</h2>
        <p>{options.keysHelp}</p>
        <KeyChoice words={words} database={database} />
      </section>
      <section>
        <h2>{options.judgements}</h2>
        <p>{options.judgementsHelp}</p>
        <Judgements words={words} database={database} />
      </section>
      <section>
        <h2>{options.stored}</h2>
        <p>{options.storedHelp}</p>
        <Stored words={words} />
      </section>
      <section>
        <h2>{options.sites}</h2>
        <p>{options.sitesHelp}</p>
        <Sites words={words} />
      </section>
      <section>
        <h2>{options.privacy}</h2>
        <p>{options.privacyHelp}</p>
      </section>
    </>
  );
}

function LanguageChoice({ words }: { words: Words }) {
  const [language, setLanguage] = useState<Language | null>(null);
  useEffect(() => void chosenLanguage().then(setLanguage), []);
  return (
    <p>
      <label>
        {words.options.language}{' '}
        <select
          value={language ?? ''}
          onChange={(event) => {
            const choice = LANGUAGES.find((each) => each === event.currentTarget.value) ?? null;
            setLanguage(choice);
            void chooseLanguage(choice);
          }}
        >
          <option value="">{words.options.followBrowser}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={WORDS[each].htmlLang}>
              {each === 'zh' ? '简体中文' : 'English'}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

/** The sites added in the panel, each of which can be taken back. */
function Sites({ words: { options } }: { words: Words }) {
  const hosts = useAddedHosts();
  if (hosts === null) return null;
  if (hosts.length === 0) return <p class="unknown">{options.noSites}</p>;
  return (
    <ul class="sites">
      {hosts.map((host) => (
        <li key={host}>
          <span>{host}</span>
          <button
            type="button"
            class="button quiet"
            aria-label={options.removeSite(host)}
            onClick={() => void removeHost(host)}
          >
            {options.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}

function SwitchChoice({ name, label }: { name: Switch; label: string }) {
  const [isChosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => void isOn(name).then(setChosen), []);
  if (isChosen === null) return null;
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.checked);
            void turn(name, currentTarget.checked);
          }}
        />{' '}
        {label}
      </label>
    </p>
  );
}

function Stored({ words }: { words: Words }) {
  const { options, faults, htmlLang } = words;
  const live = useLive(
    database,
    async () => ({
      reports: await database.reports.count(),
      annotations: await database.annotations.where('motivation').notEqual('assessing').count(),
      drafts: await database.drafts.count(),
      bytes: (await navigator.storage?.estimate?.())?.usage ?? 0,
    }),
    [],
  );
  if (live.state === 'failed') return <p class="notice">{faults[live.fault]}</p>;
  if (live.state === 'loading') return null;
  const number = new Intl.NumberFormat(htmlLang);
  const size = new Intl.NumberFormat(htmlLang, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const { reports, annotations, drafts, bytes } = live.value;
  const rows: [string, string][] = [
    [options.reports, number.format(reports)],
    [options.annotations, number.format(annotations)],
    [options.drafts, number.format(drafts)],
    [options.bytes, size.format(bytes / 1_000_000)],
  ];
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
