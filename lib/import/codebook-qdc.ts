import { type CarriedCode, IMPORT_LIMITS, type ImportResult } from '../model/carried-code.ts';
import { Complaints, colorOf, faultsOfWords } from './codebook-fields.ts';

/** The standard's namespace, and those that NVivo and drafts of the standard wrote. */
const NAMESPACES = ['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:codebook:1:0', 'urn:QDA-XML:codebook:0:4'];
const GUID = /^(?:\{([0-9a-f-]{36})\}|([0-9a-f-]{36}))$/i;
/** XML Schema 1.0, part 2, 3.2.2. */
const BOOLEAN = /^\s*(?:true|false|1|0)\s*$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a REFI-QDA codebook (`.qdc`), each field checked, all or nothing. `parse` makes a document of XML and is
 * never given a text with a document type. Sets of codes are counted, not taken.
 */
export function readQdc(text: string, parse: (xml: string) => Document): ImportResult {
  const complaints = new Complaints();
  const { errors } = complaints;
  const failed = { ok: false as const, errors };
  const xml = text.replace(/^\ufeff/, '');
  if (hasDoctype(xml)) {
    complaints.add('doctype');
    return failed;
  }
  const document = parse(xml);
  const trouble = document.getElementsByTagName('parsererror')[0];
  if (trouble || document.doctype) {
    const words = (trouble?.textContent ?? '').trim();
    const line = /line(?: number)? (\d+)/i.exec(words)?.[1];
    complaints.add('malformed', { line: line ? Number(line) : null, detail: reasonIn(words) });
    return failed;
  }
  const root = document.documentElement;
  const namespace = root.namespaceURI ?? '';
  if (root.localName !== 'CodeBook' || !NAMESPACES.includes(namespace)) {
    complaints.add('not-a-codebook', { detail: root.nodeName });
    return failed;
  }
  const reader = new Reader(complaints, namespace);
  const codes = reader.codebook(root);
  if (errors.length === 0 && codes.length === 0) complaints.add('no-codes');
  return errors.length > 0 ? failed : { ok: true, codes, sets: reader.sets };
}

/** Whether the prologue of a document (XML 1.0, section 2.8) holds a document type; it can stand nowhere else. */
function hasDoctype(xml: string): boolean {
  const prologue = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
  let at = 0;
  while (prologue.lastIndex < xml.length && prologue.test(xml)) at = prologue.lastIndex;
  return /^<!doctype/i.test(xml.slice(at, at + 9));
}

/** The parser's own words between the page that browsers wrap them in. */
function reasonIn(words: string): string {
  return (
    words
      .split('\n')
      .find((line) => /error on line|XML Parsing Error/.test(line))
      ?.trim() ?? ''
  );
}

class Reader {
  sets = 0;
  private count = 0;
  private readonly guids = new Set<string>();
  private readonly complaints: Complaints;
  private readonly namespace: string;

  constructor(complaints: Complaints, namespace: string) {
    this.complaints = complaints;
    this.namespace = namespace;
  }

  codebook(root: Element): CarriedCode[] {
    this.checkAttributes(root, ['origin'], []);
    const lists = this.children(root, ['Codes', 'Sets'], []);
    for (const list of lists.filter(({ localName }) => localName === 'Sets')) {
      this.sets += this.children(list, ['Set'], []).length;
    }
    const [codes, second] = lists.filter(({ localName }) => localName === 'Codes');
    if (second) this.complaints.add('unknown-element', { detail: 'Codes' });
    if (!codes) return [];
    this.checkAttributes(codes, [], []);
    return this.children(codes, ['Code'], []).map((code) => this.code(code, []));
  }

  private code(element: Element, above: string[]): CarriedCode {
    const name = (element.getAttribute('name') ?? '').trim();
    const path = [...above, name];
    this.checkAttributes(element, ['guid', 'name', 'isCodable', 'color'], path);
    this.count += 1;
    if (this.count === IMPORT_LIMITS.codes + 1) this.complaints.add('too-many');
    const codable = element.getAttribute('isCodable') ?? '';
    if (!BOOLEAN.test(codable)) this.complaints.add('bad-codable', { path, detail: codable });
    const inner = this.children(element, ['Description', 'Code'], path);
    const descriptions = inner.filter(({ localName }) => localName === 'Description');
    if (descriptions.length > 1) this.complaints.add('unknown-element', { path, detail: 'Description' });
    const description = descriptions[0]?.textContent ?? '';
    if (descriptions[0]) this.children(descriptions[0], [], path);
    for (const fault of faultsOfWords(name, description)) this.complaints.add(fault, { path });
    const under = inner.filter(({ localName }) => localName === 'Code');
    const isTooDeep = path.length >= IMPORT_LIMITS.depth && under.length > 0;
    if (isTooDeep) this.complaints.add('too-deep', { path: path.slice(0, 3) });
    return {
      guid: this.guid(element.getAttribute('guid'), path),
      name,
      description,
      color: this.color(element.getAttribute('color'), path),
      shape: null,
      shortcut: null,
      children: isTooDeep ? [] : under.map((each) => this.code(each, path)),
    };
  }

  private guid(written: string | null, path: string[]): string | null {
    const match = GUID.exec(written?.trim() ?? '');
    const guid = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
    if (written === null) this.complaints.add('missing-guid', { path });
    else if (!UUID.test(guid)) this.complaints.add('bad-guid', { path, detail: written });
    else if (this.guids.has(guid)) this.complaints.add('double-guid', { path, detail: written });
    this.guids.add(guid);
    return guid;
  }

  private color(written: string | null, path: string[]): string | null {
    if (written === null) return null;
    const color = colorOf(written);
    if (color === null) this.complaints.add('bad-color', { path, detail: written });
    return color;
  }

  /** The child elements; what else stands there is complained of. */
  private children(element: Element, names: string[], path: string[]): Element[] {
    const [known, unknown] = [[] as Element[], [] as Element[]];
    for (const child of element.children) {
      const isKnown = child.namespaceURI === this.namespace && names.includes(child.localName);
      (isKnown ? known : unknown).push(child);
    }
    for (const { nodeName } of unknown) this.complaints.add('unknown-element', { path, detail: nodeName });
    return known;
  }

  /** Attributes of other namespaces (`xsi:schemaLocation`) say nothing of the code. */
  private checkAttributes(element: Element, names: string[], path: string[]): void {
    for (const { namespaceURI, name } of element.attributes) {
      if (namespaceURI === null && !names.includes(name)) {
        this.complaints.add('unknown-attribute', { path, detail: name });
      }
    }
  }
}
