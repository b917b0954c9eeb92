import type { ComparedReport } from '../model/comparison.ts';
import type { Section } from '../model/text.ts';
import { GramIndex, type Phrase } from './grams.ts';

/** A part of one report and the part of another that answers to it; `null`: none does. */
export interface SectionPair {
  earlier: Section | null;
  later: Section | null;
}

/** Below this likeness two parts don't answer to each other. */
const LEAST = 0.22;
const SAME_ROLE = 0.12;
/** What is planned for one year and what for the next is other work under like words. */
const LEAST_PLANNED = 0.4;
/** Parts whose role says what they are for: there is one of each in a report. */
const PRESCRIBED = new Set(['shortcomings', 'leadership_duty', 'plans']);

interface Part {
  section: Section;
  title: Phrase;
  body: Phrase;
  /** A main part that says by its role alone what it answers to. */
  isSole: boolean;
}

function partsOf({ text, outline }: ComparedReport, titles: GramIndex, bodies: GramIndex): Part[] {
  const main = outline.filter(({ depth }) => depth === 1);
  return outline
    .filter(({ depth, number, end, bodyEnd }) => depth < 3 || (/^\d/.test(number ?? '') && bodyEnd > end))
    .map((section) => ({
      section,
      // the years in a title change from report to report, and nothing with them
      title: titles.add(section.title.replace(/\d{4}年?/g, '')),
      body: bodies.add(text.slice(section.end, section.bodyEnd).replace(/\d/g, '')),
      isSole:
        section.depth === 1 &&
        (PRESCRIBED.has(section.role) ||
          (section.role !== 'other' && main.filter(({ role }) => role === section.role).length === 1)),
    }));
}

/**
 * The parts of two reports beside each other, by role, title and what they say; main parts among themselves. In the order
 * of the later report, parts that it dropped where they stood in the earlier one.
 */
export function alignSections(earlier: ComparedReport, later: ComparedReport): SectionPair[] {
  const [titles, bodies] = [new GramIndex(), new GramIndex()];
  const [before, after] = [partsOf(earlier, titles, bodies), partsOf(later, titles, bodies)];
  titles.weigh();
  bodies.weigh();
  const links = before
    .flatMap((a) => after.map((b) => ({ a, b })))
    // a report may say under 1. what another says under （一）; a main part answers to main parts only
    .filter(({ a, b }) => (a.section.depth === 1) === (b.section.depth === 1))
    .map(({ a, b }) => {
      const isSameRole = a.section.role === b.section.role;
      const isOne = isSameRole && a.isSole && b.isSole;
      const alike = 0.5 * titles.likeness(a.title, b.title) + 0.5 * bodies.likeness(a.body, b.body);
      return { a, b, score: isOne ? 1 + alike : isSameRole ? alike + SAME_ROLE : alike - SAME_ROLE };
    })
    .sort((x, y) => y.score - x.score);
  const partner = new Map<Part, Part>();
  for (const { a, b, score } of links) {
    const least = a.section.role === 'plans' ? LEAST_PLANNED : LEAST;
    if (score < least || partner.has(a) || partner.has(b)) continue;
    partner.set(a, b);
    partner.set(b, a);
  }
  const rows = after.map(
    (b): SectionPair => ({
      earlier: partner.get(b)?.section ?? null,
      later: b.section,
    }),
  );
  for (const [index, a] of before.entries()) {
    if (partner.has(a)) continue;
    const previous = before.slice(0, index).findLast((part) => partner.has(part));
    const place = previous ? after.indexOf(partner.get(previous) as Part) + 1 : 0;
    const at = rows.findIndex(({ later: section }) => section === after[place]?.section);
    rows.splice(at < 0 ? rows.length : at, 0, { earlier: a.section, later: null });
  }
  return rows;
}
