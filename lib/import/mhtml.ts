/** A page saved as one file (RFC 2557): its bytes and the address it came from; `null`: no page is in it. */
export interface MhtmlPage {
  bytes: Uint8Array;
  address: string | null;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/** The first page in an MHTML file. Bytes are taken one by one as characters, so nothing is decoded too early. */
export function pageInMhtml(file: Uint8Array): MhtmlPage | null {
  const whole = partOf(new TextDecoder('latin1').decode(file));
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(whole.headers.get('content-type') ?? '')?.[1];
  const parts =
    boundary === undefined
      ? [whole]
      : whole.body
          .split(`--${boundary}`)
          .slice(1)
          .map((part) => partOf(part.replace(/^\r?\n/, '')));
  const page = parts.find(({ headers }) => /^text\/html/i.test(headers.get('content-type') ?? ''));
  if (!page) return null;
  const address = page.headers.get('content-location') ?? whole.headers.get('snapshot-content-location');
  return { bytes: bytesOf(page), address: address ?? null };
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length);
  const headers = new Map<string, string>();
  for (const [, name = '', value = ''] of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .matchAll(/^([\w-]+):[ \t]*(.*)$/gm)) {
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

function bytesOf({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const text =
    encoding === 'base64'
      ? atob(body.replace(/[^\w+/=]/g, ''))
      : encoding === 'quoted-printable'
        ? body
            .replace(/=\r?\n/g, '')
            .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        : body;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
}
