import type { Preview } from '../../components/export/export-dialog.tsx';
import { csvOf } from '../../lib/export/csv.ts';
import { htmlOf } from '../../lib/export/html.ts';
import { jsonlOf } from '../../lib/export/jsonl.ts';
import { jsonldOf } from '../../lib/export/jsonld.ts';
import { markdownOf } from '../../lib/export/markdown.ts';
import { allRowsOf } from '../../lib/export/note-rows.ts';
import { notesTable } from '../../lib/export/notes-csv.ts';
import { factList, nameOf } from '../../lib/export/outline.ts';
import { bibtexOf, cslJson, risOf } from '../../lib/export/references.ts';
import { cellText, type Table } from '../../lib/export/table.ts';
import { allTables, figuresTable } from '../../lib/export/tables.ts';
import type { ExportFile, ExportFormat } from '../../lib/model/export-format.ts';
import type { Words } from '../../lib/model/words.ts';
import { citationStyle } from '../shared/citation-style.ts';
import type { Gathered } from './export-bundle.ts';

const CSV = 'text/csv;charset=utf-8';
const JSON_TYPE = 'application/json';

/** Makes the file of a format. What is heavy is loaded when it is first asked for. */
export async function exportFile(
  format: ExportFormat,
  gathered: Gathered,
  words: Words,
): Promise<ExportFile> {
  const { bundle, compared, edits } = gathered;
  // the reader's own day, written as ISO 8601
  const day = new Date(bundle.exported).toLocaleDateString('sv');
  const file = (ending: string, type: string, content: ExportFile['content']): ExportFile => ({
    name: `zhupi-${day}.${ending}`,
    type,
    content,
  });
  switch (format) {
    case 'csv':
      return file('csv', CSV, csvOf(notesTable(allRowsOf(bundle), words)));
    case 'figures':
      return file('figures.csv', CSV, csvOf(figuresTable(bundle, words)));
    case 'xlsx': {
      const { xlsxOf } = await import('../../lib/export/xlsx.ts');
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return file('xlsx', type, await xlsxOf(allTables(bundle, compared, words, edits)));
    }
    case 'docx': {
      const { docxOf } = await import('../../lib/export/docx.ts');
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return file('docx', type, await docxOf(bundle, words, await citationStyle()));
    }
    case 'markdown':
      return markdownFile(gathered, words, file);
    case 'html':
      return file('html', 'text/html;charset=utf-8', htmlOf(bundle, words));
    case 'qdpx': {
      const { qdpxOf } = await import('../../lib/export/qdpx.ts');
      return file('qdpx', 'application/zip', qdpxOf(bundle, words));
    }
    case 'jsonld':
      return file('jsonld', 'application/ld+json', jsonldOf(bundle));
    case 'ris':
      return file('ris', 'application/x-research-info-systems', risOf(bundle));
    case 'bibtex':
      return file('bib', 'application/x-bibtex', bibtexOf(bundle));
    case 'csljson':
      return file('csl.json', JSON_TYPE, cslJson(bundle));
    case 'jsonl':
      return file('jsonl', 'application/jsonl', jsonlOf(bundle));
  }
}

/** One note is a file; several come as a zip, named after their reports. */
async function markdownFile(
  { bundle }: Gathered,
  words: Words,
  file: (ending: string, type: string, content: ExportFile['content']) => ExportFile,
): Promise<ExportFile> {
  const [only, ...others] = bundle.reports;
  if (only && others.length === 0)
    return file('md', 'text/markdown;charset=utf-8', markdownOf(only, bundle, words));
  const { strToU8, zipSync } = await import('fflate');
  const notes = bundle.reports.map((report, index) => {
    const name = nameOf(report, words)
      .replace(/[\\/:*?"<>|#^[\]\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 80);
    return [
      `${String(index + 1).padStart(3, '0')} ${name}.md`,
      strToU8(markdownOf(report, bundle, words)),
    ] as const;
  });
  return file('markdown.zip', 'application/zip', zipSync(Object.fromEntries(notes)));
}

/** Rows and signs of a preview. */
const ROWS = 6;
const SIGNS = 2_500;
/** Columns of the notes table that say most, in a preview. */
const NOTE_COLUMNS = [0, 1, 9, 10, 12, 13, 14];

/** How a file of a format begins, made of its first reports; `isWhole`: those are all there are. */
export function previewOf(
  format: ExportFormat,
  { bundle }: Gathered,
  isWhole: boolean,
  words: Words,
): Preview {
  const [first] = bundle.reports;
  switch (format) {
    case 'figures':
      return tablePreview(figuresTable(bundle, words), [0, 1, 5, 6, 7, 10, 12], isWhole);
    case 'csv':
    case 'xlsx':
    case 'qdpx':
      return tablePreview(notesTable(allRowsOf(bundle), words), NOTE_COLUMNS, isWhole);
    case 'markdown':
    case 'docx':
      return textPreview(first ? markdownOf(first, bundle, words) : '');
    case 'html':
      return textPreview(
        bundle.reports
          .map((report) =>
            [nameOf(report, words), ...factList(report, words).map((fact) => fact.join('  '))].join('\n'),
          )
          .join('\n\n'),
      );
    case 'jsonld':
      return textPreview(jsonldOf(bundle));
    case 'ris':
      return textPreview(risOf(bundle));
    case 'bibtex':
      return textPreview(bibtexOf(bundle));
    case 'csljson':
      return textPreview(cslJson(bundle));
    case 'jsonl':
      return textPreview(jsonlOf(bundle));
  }
}

function textPreview(text: string): Preview {
  return { kind: 'text', text: text.length > SIGNS ? `${text.slice(0, SIGNS)}…` : text };
}

function tablePreview({ columns, rows }: Table, shown: readonly number[], isWhole: boolean): Preview {
  return {
    kind: 'table',
    headings: shown.map((index) => columns[index]?.heading ?? ''),
    rows: rows.slice(0, ROWS).map((row) => shown.map((index) => String(cellText(row[index] ?? null)))),
    all: isWhole ? rows.length : null,
  };
}
