import { codePath } from '../model/code-path.ts';
import { shownQuote } from '../model/line-ends.ts';
import type { Bundle, BundledReport } from './bundle.ts';

/** One report as an item of a reference manager (CSL 1.0.2, `csl-data.json`). */
export interface CslItem {
  id: string;
  type: 'report';
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  genre?: string;
  issued?: CslDate;
  accessed: CslDate;
  URL: string;
  language: 'zh-CN';
  note?: string;
}
interface CslDate {
  'date-parts': [number[]];
}

/** Reports as items of references: the body as author and publisher, the report's own date, else its year's next. */
export function cslItems(bundle: Bundle): CslItem[] {
  return bundle.reports.map((bundled) => {
    const { facts, report, states } = bundled;
    const note = notesText(bundled, bundle);
    const { snapshot } = states[0] ?? {};
    return {
      id: `zhupi-${report.id}`,
      type: 'report',
      title: facts.title ?? facts.issuer ?? report.address,
      ...(facts.issuer === null ? {} : { author: [{ literal: facts.issuer }], publisher: facts.issuer }),
      ...(facts.kind === null ? {} : { genre: facts.kind }),
      ...(facts.published === null ? {} : { issued: dateOf(facts.published) }),
      accessed: dateOf((snapshot?.retrievedAt ?? report.created).slice(0, 10)),
      URL: snapshot?.url ?? report.address,
      language: 'zh-CN',
      ...(note === '' ? {} : { note }),
    };
  });
}

export function cslJson(bundle: Bundle): string {
  return `${JSON.stringify(cslItems(bundle), null, 2)}\n`;
}

/** RIS (Research Information Systems): one tag a line, CR LF, type RPRT. */
export function risOf(bundle: Bundle): string {
  return cslItems(bundle)
    .map((item) => {
      const lines: [string, string | undefined][] = [
        ['TY', 'RPRT'],
        ['ID', item.id],
        ['TI', item.title],
        ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
        ['PB', item.publisher],
        ['PY', item.issued && String(item.issued['date-parts'][0][0])],
        ['DA', item.issued && slashed(item.issued)],
        ['Y2', slashed(item.accessed)],
        ['UR', item.URL],
        ['LA', item.language],
        ['M3', item.genre],
        ...(item.note ?? '')
          .split('\n')
          .filter((line) => line !== '')
          .map((line): [string, string] => ['N1', line]),
      ];
      return [
        ...lines
          .filter(([, value]) => value !== undefined)
          .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}`),
        'ER  - ',
        '',
      ].join('\r\n');
    })
    .join('\r\n');
}

/** BibTeX, with the fields of biblatex that keep a date whole; UTF-8, each value in braces. */
export function bibtexOf(bundle: Bundle): string {
  return cslItems(bundle)
    .map((item) => {
      const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
      const fields: [string, string | undefined][] = [
        ['title', `{${tex(item.title)}}`],
        ['author', item.author?.map(({ literal }) => `{${tex(literal)}}`).join(' and ')],
        ['institution', item.publisher && tex(item.publisher)],
        ['type', item.genre && tex(item.genre)],
        ['year', year === undefined ? undefined : String(year)],
        ['month', month === undefined ? undefined : MONTHS[month - 1]],
        ['day', day === undefined ? undefined : String(day)],
        ['date', item.issued && dashed(item.issued)],
        ['url', item.URL.replace(/[{}\\]/g, encodeURIComponent)],
        ['urldate', dashed(item.accessed)],
        ['langid', 'chinese'],
        ['note', item.note && tex(item.note)],
      ];
      return [
        `@techreport{${item.id},`,
        ...fields.flatMap(([name, value]) =>
          value === undefined || value === ''
            ? []
            : [`  ${name} = ${name === 'month' ? value : `{${value}}`},`],
        ),
        '}',
        '',
      ].join('\n');
    })
    .join('\n');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function tex(text: string): string {
  const plain = oneLine(text.replace(/\n+/g, '  ')).replace(/[\\{}$&#_%^~]/g, (sign) => TEX[sign] ?? sign);
  // two of these in a row would be set as a quotation mark or a dash
  return plain.replace(/(['`-])(?=\1)/g, '$1{}');
}

/** Notes attached to a reference: quote, codes and memo of each, a line each. */
function notesText({ states }: BundledReport, { codes }: Bundle): string {
  const codeById = new Map(codes.map((code) => [code.id, code]));
  return states
    .flatMap(({ notes }) =>
      notes.map(({ annotation: { target, body } }) => {
        const tags = body.codeIds
          .map((id) => codePath(id, codeById).join(' / '))
          .filter((path) => path !== '');
        const parts = [
          `“${shownQuote(target.quote.exact)}”`,
          tags.length > 0 ? `[${tags.join('; ')}]` : '',
          body.memo,
        ];
        return oneLine(parts.filter((part) => part !== '').join(' '));
      }),
    )
    .join('\n');
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these would end a line, or the file
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}

function dateOf(day: string): CslDate {
  return { 'date-parts': [day.split('-').map(Number)] };
}

const slashed = ({ 'date-parts': [parts] }: CslDate) =>
  parts.map((part) => String(part).padStart(2, '0')).join('/');
const dashed = ({ 'date-parts': [parts] }: CslDate) =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');
