/** The first character of each letter's run in the order of pinyin; i, u and v begin no syllable. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

let collator: Intl.Collator | null = null;

function letterOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  for (let index = FIRSTS.length - 1; index >= 0; index--) {
    if (collator.compare(character, FIRSTS.charAt(index)) >= 0) return LETTERS.charAt(index);
  }
  return '';
}

/**
 * First letters of a name in pinyin, lower case: 行政执法 gives `xzzf`; letters and digits stay. By the platform's own
 * order of pinyin (Unicode CLDR), so of a character with several readings it knows one.
 */
export function initialsOf(name: string): string {
  return Array.from(name, letterOf).join('');
}
