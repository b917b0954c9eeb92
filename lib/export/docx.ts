import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { CITATION_STANDARDS, type CitationStandard } from '../model/citation-standard.ts';
import type { Words } from '../model/words.ts';
import type { Bundle } from './bundle.ts';
import { referenceOf } from './citation.ts';
import { xmlText } from './codebook-qdc.ts';
import { dateIn, factList, nameOf, type Passage, partsOf, stateName } from './outline.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

/** Word's own style for quotes, given a look. */
const QUOTE = 'Quote';
const VERMILION = 'B5301C';
const GREY = '5C564E';

/**
 * The reading notes as a Word document: a heading for each report and part, quotes, memos beneath them, and a footnote
 * with the report's reference at each quote.
 */
export async function docxOf(
  bundle: Bundle,
  words: Words,
  standard: CitationStandard = CITATION_STANDARDS[0],
): Promise<Blob> {
  const footnotes: Record<number, { children: Paragraph[] }> = {};
  let notes = 0;
  const cite = (reference: string): number => {
    notes += 1;
    footnotes[notes] = { children: [text(reference)] };
    return notes;
  };
  const children: Paragraph[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(words.export.documentTitle(bundle.name)) }),
    text(words.export.exportedOn(dateIn(bundle.exported, words.htmlLang))),
  ];
  for (const report of bundle.reports) {
    children.push(heading(0, nameOf(report, words)));
    children.push(heading(1, words.export.facts));
    for (const [label, value] of factList(report, words))
      children.push(text(`${label}${words.export.colon}${value}`));
    for (const state of report.states) {
      const name = stateName(state, words);
      children.push(heading(1, name === null ? words.export.notes : `${words.export.notes} · ${name}`));
      const parts = partsOf(state, bundle);
      if (parts.every(({ passages }) => passages.length === 0)) children.push(text(words.export.noNotes));
      const { url, retrievedAt } = state.snapshot;
      const reference = referenceOf({ facts: report.facts, url, retrievedAt }, standard);
      for (const { depth, title, passages } of parts) {
        if (depth > 0) children.push(heading(depth + 1, title));
        for (const passage of passages) children.push(...quoted(passage, cite(reference), words));
      }
    }
  }
  const document = new Document({
    creator: 'Zhupi',
    title: xmlText(words.export.documentTitle(bundle.name)),
    footnotes,
    styles: {
      default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: 'SimSun' }, size: 24 } } },
      paragraphStyles: [
        {
          id: QUOTE,
          name: 'Quote',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { font: { ascii: 'Times New Roman', eastAsia: 'KaiTi' } },
          paragraph: {
            indent: { left: 480 },
            border: { left: { style: 'single', size: 12, space: 8, color: VERMILION } },
          },
        },
      ],
    },
    sections: [{ children }],
  });
  return Packer.toBlob(document);
}

function quoted({ quote, memo, tags, finding, state }: Passage, footnote: number, words: Words): Paragraph[] {
  const about = [
    ...(finding ? [words.categories[finding.category]] : []),
    ...(state === 'found' ? [] : [words.noteStates[state]]),
    ...tags.map((path) => path.join(' / ')),
  ];
  return [
    new Paragraph({
      style: QUOTE,
      children: [...runs(quote), new FootnoteReferenceRun(footnote)],
    }),
    ...(about.length > 0
      ? [
          new Paragraph({
            style: QUOTE,
            children: [new TextRun({ text: xmlText(about.join('；')), color: GREY, size: 20 })],
          }),
        ]
      : []),
    ...(memo.trim() === '' ? [] : memo.split(/\r\n|\r|\n/).map(text)),
  ];
}

function heading(depth: number, title: string): Paragraph {
  return new Paragraph({ heading: HEADINGS[depth] ?? HeadingLevel.HEADING_5, children: runs(title) });
}

function text(words: string): Paragraph {
  return new Paragraph({ children: runs(words) });
}

/** A run for each line. */
function runs(words: string): TextRun[] {
  return xmlText(words)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
