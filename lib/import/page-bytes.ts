const SNIFF = 2048;
const CHARSET = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;
const CHINESE_LEGACY = /^(?:gb2312|gbk|gb18030|x-gbk|hz-gb-2312)$/i;

/** A page by its name, or by its first bytes where the name does not tell. */
export function looksLikeHtml(file: string, bytes: Uint8Array): boolean {
  if (/\.(?:x?html?|shtml|jhtml)$/i.test(file)) return true;
  if (/\.(?:txt|md)$/i.test(file)) return false;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF)).trimStart();
  return /^(?:\ufeff|ï»¿)?<(?:!doctype html|html|head|meta|\?xml)/i.test(start);
}

/** Does the page's head say which charset it is in? */
export function namesCharset(bytes: Uint8Array): boolean {
  return CHARSET.test(new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF)));
}

/** A page's text: by its byte order mark, else the charset its meta element names, else UTF-8, else GB18030. */
export function decodePage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF));
  const named = CHARSET.exec(start)?.[1];
  if (named !== undefined && CHINESE_LEGACY.test(named) && !hasUtf8Mark(bytes)) {
    return new TextDecoder('gb18030').decode(bytes);
  }
  if (named !== undefined && /^big5/i.test(named)) return new TextDecoder('big5').decode(bytes);
  return decodeText(bytes);
}

/** Text without a declared charset: UTF-8 where that is sound, UTF-16 by its mark, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
