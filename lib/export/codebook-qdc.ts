import type { CarriedCode } from '../model/carried-code.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** What XML 1.0 (section 2.2) allows in no form: control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Signs that markup needs, and white space that parsers would make spaces of. */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text without the characters that no XML document can hold. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function escaped(text: string, signs: RegExp): string {
  return xmlText(text).replace(signs, (sign) => ESCAPES[sign] ?? sign);
}

export const inAttribute = (text: string) => escaped(text, /[&<>"\t\n\r]/g);
export const inElement = (text: string) => escaped(text, /[&<>\r]/g);

/**
 * A codebook in REFI-QDA's codebook exchange format (QDA-XML 1.0, `.qdc`), which NVivo, ATLAS.ti and MAXQDA read. It
 * has no place for shapes and shortcuts. `origin` names the program. The standard knows no codebook without codes:
 * throws a `RangeError` for one.
 */
export function codebookQdc(codes: readonly CarriedCode[], origin: string): string {
  if (codes.length === 0) throw new RangeError('a .qdc file holds at least one code');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="${inAttribute(origin)}">`,
    '  <Codes>',
    ...codes.flatMap((code) => codeLines(code, '    ')),
    '  </Codes>',
    '</CodeBook>',
    '',
  ].join('\n');
}

export function codeLines(
  { guid, name, color, description, children }: CarriedCode,
  indent: string,
): string[] {
  const attributes = [
    `guid="${guid ?? ''}"`,
    `name="${inAttribute(name)}"`,
    'isCodable="true"',
    ...(color === null ? [] : [`color="${inAttribute(color)}"`]),
  ].join(' ');
  const inner = [
    ...(description === '' ? [] : [`${indent}  <Description>${inElement(description)}</Description>`]),
    ...children.flatMap((child) => codeLines(child, `${indent}  `)),
  ];
  return inner.length === 0
    ? [`${indent}<Code ${attributes}/>`]
    : [`${indent}<Code ${attributes}>`, ...inner, `${indent}</Code>`];
}
