/** A run of words within a paragraph or list entry. */
export interface Inline {
  sort: 'plain' | 'strong' | 'emphasis';
  text: string;
}

/** What a note is made of when its Markdown is shown. */
export type MemoBlock =
  | { sort: 'paragraph' | 'heading' | 'quote'; lines: Inline[][] }
  | { sort: 'bullets' | 'numbers'; entries: Inline[][]; first: number };

const BULLET = /^\s{0,3}[-*+]\s+(?=\S)/;
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)/;
const HEADING = /^#{1,6}\s+(?=\S)/;
const QUOTE = /^>\s?/;
/** Bold, emphasis, link; a mark touches the words it is about, which are few: a note full of marks takes no time. */
const INLINE =
  /\*\*(?=[^\s*])(.{1,500}?)(?<=[^\s*])\*\*|\*(?=[^\s*])([^*]{1,500}?)(?<=\S)\*|\[([^[\]]{1,500})\]\(([^()\s]{1,2000})\)/g;

/**
 * The small part of Markdown that notes use: paragraphs, headings, quotes, lists, bold and emphasis. Links become
 * their words with the address behind: a note leads nowhere. Everything else is left as it was typed.
 */
export function memoBlocks(memo: string): MemoBlock[] {
  const blocks: MemoBlock[] = [];
  let isOpen = false;
  const line = (sort: 'paragraph' | 'heading' | 'quote', text: string) => {
    const last = blocks.at(-1);
    const words = inlines(text);
    if (isOpen && last?.sort === sort && sort !== 'heading') last.lines.push(words);
    else blocks.push({ sort, lines: [words] });
  };
  const entry = (sort: 'bullets' | 'numbers', text: string, first: number) => {
    const last = blocks.at(-1);
    if (isOpen && last?.sort === sort) last.entries.push(inlines(text));
    else blocks.push({ sort, entries: [inlines(text)], first });
  };
  for (const raw of memo.split(/\r?\n/)) {
    const number = NUMBER.exec(raw);
    if (raw.trim() === '') {
      isOpen = false;
      continue;
    }
    if (HEADING.test(raw)) line('heading', raw.replace(HEADING, ''));
    else if (QUOTE.test(raw)) line('quote', raw.replace(QUOTE, ''));
    else if (BULLET.test(raw)) entry('bullets', raw.replace(BULLET, ''), 1);
    else if (number) entry('numbers', raw.replace(NUMBER, ''), Number(number[1]));
    else line('paragraph', raw);
    isOpen = true;
  }
  return blocks;
}

function inlines(text: string): Inline[] {
  const runs: Inline[] = [];
  const add = (sort: Inline['sort'], words: string) => {
    if (words !== '') runs.push({ sort, text: words });
  };
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, emphasis, label, address] = match;
    add('plain', text.slice(from, match.index));
    if (strong !== undefined) add('strong', strong);
    else if (emphasis !== undefined) add('emphasis', emphasis);
    else add('plain', label === address ? `${label}` : `${label} (${address})`);
    from = match.index + whole.length;
  }
  add('plain', text.slice(from));
  return runs;
}
