import { codePath } from '../model/code-path.ts';
import type { Words } from '../model/words.ts';
import type { Bundle, BundledReport } from './bundle.ts';
import { factList, nameOf, type Passage, partsOf, stateName } from './outline.ts';

/**
 * A reading note on one report: YAML front matter (1.2, as Obsidian's properties), facts, outline with quotes and
 * memos. Words of the report and of the reader are escaped, so that none of their signs becomes markup (CommonMark
 * 0.31); memos are the reader's own Markdown and stay as they are, but for tags of HTML.
 */
export function markdownOf(report: BundledReport, bundle: Bundle, words: Words): string {
  const { export: own } = words;
  const lines = [
    '---',
    ...frontMatter(report, bundle),
    '---',
    '',
    `# ${plain(nameOf(report, words))}`,
    '',
    `## ${own.facts}`,
    '',
    ...factList(report, words).map(([label, value]) => `- ${plain(label)}${own.colon}${plain(value)}`),
    '',
  ];
  for (const state of report.states) {
    const name = stateName(state, words);
    lines.push(`## ${name === null ? own.notes : `${own.notes} · ${plain(name)}`}`, '');
    const parts = partsOf(state, bundle);
    if (parts.every(({ passages }) => passages.length === 0)) lines.push(own.noNotes, '');
    for (const { depth, title, passages } of parts) {
      if (depth > 0) lines.push(`${'#'.repeat(depth + 2)} ${plain(title)}`, '');
      for (const passage of passages) lines.push(...passageLines(passage, words));
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function frontMatter({ facts, report, states }: BundledReport, { codes, exported }: Bundle): string[] {
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const notes = states.flatMap((state) => state.notes);
  const used = [...new Set(notes.flatMap(({ annotation }) => annotation.body.codeIds))];
  const { region } = facts;
  const fields: [string, unknown][] = [
    ['title', facts.title],
    ['issuer', facts.issuer],
    ['year', facts.year],
    ['kind', facts.kind],
    ['level', facts.level],
    ['region', [region.province, region.city, region.county].filter((name) => name !== null)],
    ['published', facts.published],
    ['url', states[0]?.snapshot.url ?? report.address],
    ['accessed', states[0]?.snapshot.retrievedAt ?? null],
    ['sha256', states[0]?.snapshot.textHash ?? null],
    ['exported', exported],
    ['notes', notes.length],
    ['tags', used.map((id) => tagOf(codePath(id, codeById))).filter((tag) => tag !== '')],
  ];
  // JSON's strings, numbers, lists and nulls are YAML's, too (YAML 1.2, 1.3)
  return fields.map(([key, value]) => `${key}: ${yamlSafe(JSON.stringify(value))}`);
}

/** JSON leaves these as they are, but YAML takes no control character but tab, and no U+FEFF or lone surrogate. */
function yamlSafe(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Obsidian's tags: letters, digits, "_", "-" and "/" for what is nested. */
function tagOf(path: readonly string[]): string {
  return path.map((name) => name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '')).join('/');
}

function passageLines({ quote, memo, tags, finding, state }: Passage, words: Words): string[] {
  const about = [
    ...(finding ? [words.categories[finding.category]] : []),
    ...(state === 'found' ? [] : [words.noteStates[state]]),
    ...tags.map((path) => path.join(' / ')),
  ];
  return [
    ...quote.split(/\r\n|\r|\n/).map((line) => `> ${plain(line)}`.trimEnd()),
    ...(about.length > 0 ? ['>', `> — ${about.map(plain).join('；')}`] : []),
    '',
    ...(memo.trim() === '' ? [] : [...memo.replace(/<(?=[a-z/!?])/gi, '\\<').split(/\r\n|\r|\n/), '']),
  ];
}

/** A text that Markdown shows as it is: a "\" before every ASCII sign that may mean something, on one line. */
export function plain(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (sign) => (/[-.,:;'"%/()?=@]/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\s*)([-+=]|\d{1,9}[.)])/, (_, space: string, sign: string) =>
      /^\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
    );
}
