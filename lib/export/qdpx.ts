import { strToU8, zipSync } from 'fflate';
import { CodePoints } from '../model/code-points.ts';
import { codeTree } from '../model/code-tree.ts';
import type { Words } from '../model/words.ts';
import type { Bundle, BundledReport, BundledState } from './bundle.ts';
import { carriedCodes, guidOf } from './codebook-codes.ts';
import { codeLines, inAttribute, inElement } from './codebook-qdc.ts';
import { nameOf, stateName } from './outline.ts';
import { sourceText } from './source-text.ts';

const NAMESPACE = 'urn:QDA-XML:project:1.0';
const READER = guidOf('reader');

/** What is known of a report, as a case's variable. */
interface Variable {
  guid: string;
  name: string;
  type: 'Text' | 'Integer' | 'Date';
  value(report: BundledReport): string | number | null;
}

/**
 * The reports with codebook, codings and memos as a REFI-QDA project (QDA-XML 1.0, `.qdpx`): `project.qde` without
 * byte-order mark, and each state's text in the folder `sources`, UTF-8 with one, lines ending in LF. Positions are in
 * Unicode code points from 0, the end exclusive, and don't count the byte-order mark.
 */
export function qdpxOf(bundle: Bundle, words: Words): Uint8Array<ArrayBuffer> {
  const { project, sources } = qdeOf(bundle, words);
  const files = Object.fromEntries(
    sources.map(({ guid, text }) => [`sources/${guid}.txt`, strToU8(`\ufeff${text}`)]),
  );
  const mtime = new Date(bundle.exported);
  return zipSync({ 'project.qde': strToU8(project), ...files }, { mtime });
}

/** The project's XML, and the texts it names. */
export function qdeOf(
  bundle: Bundle,
  words: Words,
): { project: string; sources: { guid: string; text: string }[] } {
  const variables = variablesOf(words);
  const codes = carriedCodes(codeTree(bundle.codes));
  const known = new Set(bundle.codes.map(({ id }) => id));
  const sources: { guid: string; text: string }[] = [];
  const sourceLines: string[] = [];
  const noteLines: string[] = [];
  for (const report of bundle.reports) {
    for (const state of report.states) {
      const { lines, notes, text } = sourceOf(report, state, known, words);
      sources.push({ guid: guidOf(state.snapshot.id), text });
      sourceLines.push(...lines);
      noteLines.push(...notes);
    }
  }
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  <${name}>`, ...lines, `  </${name}>`];
  const project = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="${NAMESPACE}" name="${inAttribute(bundle.name)}" origin="Zhupi" creatingUserGUID="${READER}" creationDateTime="${bundle.exported}" modifiedDateTime="${bundle.exported}">`,
    ...section('Users', [`    <User guid="${READER}" name="${inAttribute(words.name)}" id="zhupi"/>`]),
    ...section(
      'CodeBook',
      codes.length === 0
        ? []
        : ['    <Codes>', ...codes.flatMap((code) => codeLines(code, '      ')), '    </Codes>'],
    ),
    ...section(
      'Variables',
      variables.map(
        ({ guid, name, type }) =>
          `    <Variable guid="${guid}" name="${inAttribute(name)}" typeOfVariable="${type}"/>`,
      ),
    ),
    ...section(
      'Cases',
      bundle.reports.flatMap((report) => caseLines(report, variables, words)),
    ),
    ...section('Sources', sourceLines),
    ...section('Notes', noteLines),
    '</Project>',
    '',
  ].join('\n');
  return { project, sources };
}

function variablesOf({ columns, levels }: Words): Variable[] {
  const variable = (
    key: string,
    name: string,
    type: Variable['type'],
    value: Variable['value'],
  ): Variable => ({ guid: guidOf(`variable ${key}`), name, type, value });
  return [
    variable('issuer', columns.issuer, 'Text', ({ facts }) => facts.issuer),
    variable('level', columns.level, 'Text', ({ facts }) => facts.level && levels[facts.level]),
    variable('province', columns.province, 'Text', ({ facts }) => facts.region.province),
    variable('city', columns.city, 'Text', ({ facts }) => facts.region.city),
    variable('county', columns.county, 'Text', ({ facts }) => facts.region.county),
    variable('year', columns.year, 'Integer', ({ facts }) => facts.year),
    variable('kind', columns.kind, 'Text', ({ facts }) => facts.kind),
    variable('published', columns.published, 'Date', ({ facts }) => facts.published),
    variable('address', columns.address, 'Text', ({ report }) => report.url ?? report.address),
  ];
}

function caseLines(report: BundledReport, variables: readonly Variable[], words: Words): string[] {
  return [
    `    <Case guid="${guidOf(`case ${report.report.id}`)}" name="${inAttribute(nameOf(report, words))}">`,
    ...variables.flatMap(({ guid, type, value }) => {
      const written = value(report);
      if (written === null || written === '') return [];
      const inner = `<${type}Value>${inElement(String(written))}</${type}Value>`;
      return [`      <VariableValue><VariableRef targetGUID="${guid}"/>${inner}</VariableValue>`];
    }),
    ...report.states.map(({ snapshot }) => `      <SourceRef targetGUID="${guidOf(snapshot.id)}"/>`),
    '    </Case>',
  ];
}

function sourceOf(
  report: BundledReport,
  state: BundledState,
  known: ReadonlySet<string>,
  words: Words,
): { lines: string[]; notes: string[]; text: string } {
  const { snapshot } = state;
  const guid = guidOf(snapshot.id);
  const { text, place } = sourceText(snapshot);
  const points = new CodePoints(text);
  const stateOf = stateName(state, words);
  const name = nameOf(report, words) + (stateOf === null ? '' : `（${stateOf}）`);
  const notes: string[] = [];
  const selections = state.notes.flatMap(({ annotation: { id, target, body, created, modified } }) => {
    const { start, end } = place(target.position);
    const by = `creatingUser="${READER}" creationDateTime="${created}"`;
    const inner = [...new Set(body.codeIds)]
      .filter((codeId) => known.has(codeId))
      .map(
        (codeId) =>
          `        <Coding guid="${guidOf(`coding ${id} ${codeId}`)}" ${by}><CodeRef targetGUID="${guidOf(codeId)}"/></Coding>`,
      );
    if (body.memo.trim() !== '') {
      const note = guidOf(`memo ${id}`);
      inner.push(`        <NoteRef targetGUID="${note}"/>`);
      const times = `creatingUser="${READER}" creationDateTime="${created}" modifyingUser="${READER}" modifiedDateTime="${modified}"`;
      notes.push(
        `    <Note guid="${note}" name="${inAttribute(shortened(body.memo))}" ${times}><PlainTextContent>${inElement(body.memo)}</PlainTextContent></Note>`,
      );
    }
    const quote = inAttribute(shortened(target.quote.exact));
    const head = `      <PlainTextSelection guid="${guidOf(`selection ${id}`)}" name="${quote}" startPosition="${points.count(start)}" endPosition="${points.count(end)}" ${by}`;
    return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...inner, '      </PlainTextSelection>'];
  });
  const lines = [
    `    <TextSource guid="${guid}" name="${inAttribute(name)}" plainTextPath="internal://${guid}.txt" creatingUser="${READER}" creationDateTime="${snapshot.retrievedAt}">`,
    `      <Description>${inElement(snapshot.url)}</Description>`,
    ...selections,
    '    </TextSource>',
  ];
  return { lines, notes, text };
}

/** The beginning of a text on one line, as a name. */
function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const signs = [...line];
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : line;
}
