import { useState } from 'preact/hooks';
import {
  EXPORT_FORMATS,
  EXPORT_SCOPES,
  type ExportFormat,
  type ExportScope,
} from '../../lib/model/export-format.ts';
import type { Words } from '../../lib/model/words.ts';
import { Modal } from './modal.tsx';

/** What the first lines of an export look like. */
export type Preview =
  | { kind: 'table'; headings: string[]; rows: string[][]; all: number | null }
  | { kind: 'text'; text: string };

export interface ExportWish {
  format: ExportFormat;
  scope: ExportScope;
  /** Ids of the chosen reports, where the scope is a selection. */
  chosen: string[];
}

interface ExportDialogProps {
  words: Words;
  /** All reports there are, as a reader tells them apart. */
  reports: readonly { id: string; label: string }[];
  wish: ExportWish;
  /** How many reports that is. */
  count: number;
  /** `null`: not known yet. */
  preview: Preview | null;
  /** Reports gathered so far; `null`: nothing is going on. */
  progress: number | null;
  /** What happened, in words; '' : nothing yet. */
  said: string;
  onWish(wish: ExportWish): void;
  onExport(): void;
  onClose(): void;
}

/** Reports that are listed to choose from, at most. */
const LISTED = 200;

/** Asks what to export and how, and shows how it begins. */
export function ExportDialog({
  words,
  reports,
  wish,
  count,
  preview,
  progress,
  said,
  onWish,
  onExport,
  onClose,
}: ExportDialogProps) {
  const { export: own } = words;
  const isBusy = progress !== null;
  return (
    <Modal title={own.title} close={own.close} isBusy={isBusy} onClose={onClose}>
      <form
        class="export"
        onSubmit={(event) => {
          event.preventDefault();
          onExport();
        }}
      >
        <fieldset class="scopes">
          <legend>{own.scope}</legend>
          {EXPORT_SCOPES.map((scope) => (
            <label key={scope}>
              <input
                type="radio"
                name="scope"
                checked={wish.scope === scope}
                onChange={() => onWish({ ...wish, scope })}
              />{' '}
              {own.scopes[scope]}
            </label>
          ))}
          <span class="hint">{own.reportCount(count)}</span>
        </fieldset>
        {wish.scope === 'selection' && <Choice words={words} reports={reports} wish={wish} onWish={onWish} />}
        <label class="field">
          <span>{own.format}</span>
          <select
            value={wish.format}
            aria-describedby="format-help"
            onChange={({ currentTarget }) => {
              const format = EXPORT_FORMATS.find((each) => each === currentTarget.value);
              if (format) onWish({ ...wish, format });
            }}
          >
            {EXPORT_FORMATS.map((format) => (
              <option key={format} value={format}>
                {own.formats[format]}
              </option>
            ))}
          </select>
          <small id="format-help" class="hint">
            {own.formatHelp[wish.format]}
          </small>
        </label>
        {count === 0 ? <p class="empty">{own.nothing}</p> : <Shown words={words} preview={preview} />}
        <div class="buttons">
          <button type="submit" class="button primary" disabled={isBusy || count === 0}>
            {own.go}
          </button>
          {isBusy && <progress value={progress} max={count} aria-label={own.working(progress, count)} />}
          <span role="status">{isBusy ? own.working(progress, count) : said}</span>
        </div>
      </form>
    </Modal>
  );
}

function Choice({
  words: { export: own },
  reports,
  wish,
  onWish,
}: Pick<ExportDialogProps, 'words' | 'reports' | 'wish' | 'onWish'>) {
  const [sought, setSought] = useState('');
  const found = reports.filter(({ label }) => label.includes(sought.trim()));
  return (
    <div class="choice">
      <input
        type="search"
        value={sought}
        aria-label={own.find}
        placeholder={own.find}
        onInput={({ currentTarget }) => setSought(currentTarget.value)}
      />
      <ul>
        {found.slice(0, LISTED).map(({ id, label }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={wish.chosen.includes(id)}
                onChange={({ currentTarget }) => {
                  const others = wish.chosen.filter((each) => each !== id);
                  onWish({ ...wish, chosen: currentTarget.checked ? [...others, id] : others });
                }}
              />{' '}
              {label}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shown({ words: { export: own }, preview }: { words: Words; preview: Preview | null }) {
  if (preview === null) return <div class="preview" aria-busy="true" />;
  return (
    <section class="preview" aria-label={own.preview}>
      <h3>
        {own.preview}
        {preview.kind === 'table' && preview.all !== null && (
          <small> {own.previewHelp(preview.rows.length, preview.all)}</small>
        )}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="scroll" tabIndex={0}>
        {preview.kind === 'text' ? (
          <pre>{preview.text}</pre>
        ) : (
          <table>
            <thead>
              <tr>
                {preview.headings.map((heading, index) => (
                  <th key={index} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
