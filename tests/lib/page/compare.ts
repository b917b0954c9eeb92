export const fold = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '');

/** Why blocks that were read are not the expected lines; `null` when they are. Optional lines may be read or not. */
export function difference(
  read: readonly string[],
  lines: readonly string[],
  optional: readonly { line: string; at: number }[] = [],
): string | null {
  let next = 0;
  for (const block of read) {
    if (block === lines[next]) next++;
    else if (!optional.some(({ line, at }) => line === block && at === next)) {
      return `read "${block.slice(0, 60)}" where "${lines[next]?.slice(0, 60) ?? 'the end'}" is expected`;
    }
  }
  return next === lines.length ? null : `"${lines[next]?.slice(0, 60)}" was not read`;
}
