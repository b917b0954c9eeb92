import type { Code } from '../lib/model/codebook.ts';

const MOST = 8;

/** How well what was typed fits a code, 0 best; `null`: not at all. */
function rankOf({ name, initials }: Code, typed: string): number | null {
  const own = name.toLowerCase();
  if (own.startsWith(typed)) return 0;
  if (initials !== '' && initials.startsWith(typed)) return 1;
  if (own.includes(typed)) return 2;
  if (initials.includes(typed)) return 3;
  return holdsInOrder(own, typed) ? 4 : null;
}

/** 行法 finds 行政执法. */
function holdsInOrder(name: string, typed: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The codes that fit what was typed, by characters or pinyin initials: the best first, among equals the last used. */
export function suggestCodes(codes: readonly Code[], chosen: readonly string[], typed: string): Code[] {
  const wanted = typed.trim().toLowerCase();
  return codes
    .flatMap((code) => {
      const rank = chosen.includes(code.id) ? null : rankOf(code, wanted);
      return rank === null ? [] : [{ code, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (b.code.used ?? '').localeCompare(a.code.used ?? ''))
    .slice(0, MOST)
    .map(({ code }) => code);
}
