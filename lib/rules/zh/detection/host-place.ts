import { HOST_PLACES } from '../../../lexicon/zh/host-places.ts';

let codes: ReadonlyMap<string, string> | null = null;

/** The code of the place whose site this is: sft.jiangsu.gov.cn is 32. `null`: the address names none, or a county. */
export function codeOfHost(host: string | null): string | null {
  const label = /(?:^|\.)([a-z]+)\.gov\.cn$/.exec(host ?? '')?.[1];
  if (label === undefined) return null;
  codes ??= new Map(
    HOST_PLACES.trim()
      .split('\n')
      .flatMap((line) => {
        const [code = '', ...labels] = line.split(' ');
        return labels.map((name): [string, string] => [name, code]);
      }),
  );
  return codes.get(label) ?? null;
}
