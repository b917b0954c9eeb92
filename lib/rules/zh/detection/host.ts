/** Hosts of public bodies outside gov.cn: few, and only those whose owner is known. */
const OTHERS = [
  '12371.cn',
  'cas.cn',
  'chinacourt.gov.cn',
  'spp.gov.cn',
  'npc.gov.cn',
  'pbc.gov.cn',
  'court.gov.cn',
  'ccdi.gov.cn',
];
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** Host of an address in lower case, without port; `null` when there is none (a file, nonsense). */
export function hostOf(url: string | null): string | null {
  if (url === null) return null;
  const match = /^(?:https?:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url.trim());
  return match?.[1]?.toLowerCase().replace(/\.$/, '') ?? null;
}

/** *.gov.cn and the few others. An IP address vouches for nothing, though some offices publish under one. */
export function isOfficialHost(host: string): boolean {
  if (ADDRESS.test(host)) return false;
  return (
    host === 'gov.cn' ||
    host.endsWith('.gov.cn') ||
    OTHERS.some((other) => host === other || host.endsWith(`.${other}`))
  );
}
