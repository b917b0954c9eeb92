import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../lib/model/codebook.ts';
import { APPROXES, QUANTITY_KINDS, type Quantity } from '../../lib/model/mention.ts';
import { LEVELS, REPORT_KINDS, type ReportFacts } from '../../lib/model/report.ts';
import { ROLES, type Role } from '../../lib/model/text.ts';

interface ExpectedFigure extends Quantity {
  text: string;
  indicator: string;
  optional?: true;
}

interface ExpectedReport extends ReportFacts {
  url: string;
  isReport: boolean;
  container: string;
  skip: string[];
  optionalLines: string[];
  optionalAt: number[];
  figures: ExpectedFigure[];
  shortcomings: string[];
  plans: string[];
  optionalSentences: { text: string; category: string; alt: string }[];
  outline: { depth: number; number: string | null; title: string; role: Role }[];
}

interface FigureName {
  text: string;
  indicator: string;
}

interface Pair {
  earlier: string;
  later: string;
  indicators: { earlier: FigureName; later: FigureName; stated?: FigureName; fits?: boolean }[];
  vanished: FigureName[];
  sections: { earlier: string; later: string }[];
  plans: { plan: string; outcome: 'done' | 'partly' | 'not_mentioned'; measures: string[] }[];
  shortcomings: { earlier: string; later: string; relation: 'recurs' | 'related' }[];
}

const seeds = new URL('../../seeds/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, seeds), 'utf8');
const namesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, seeds))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length));

/** Text as it is compared: without white space and characters that show nothing. */
const fold = (text: string): string =>
  text.replace(/[\s\u00A0\u2002\u2003\u3000\u00AD\u2060\uFEFF]|\u200B|\u200C|\u200D/g, '');

const reports = new Map(
  namesIn('reports').map((name) => [
    name,
    {
      html: read(`reports/${name}.html`),
      lines: read(`reports/${name}.expected.txt`).trimEnd().split('\n'),
      expected: JSON.parse(read(`reports/${name}.expected.json`)) as ExpectedReport,
    },
  ]),
);
const lookalikes = new Map(
  namesIn('lookalikes').map((name) => [
    name,
    {
      html: read(`lookalikes/${name}.html`),
      expected: JSON.parse(read(`lookalikes/${name}.expected.json`)) as {
        url: string;
        isReport: boolean;
        title: string;
      },
    },
  ]),
);
const pages = [...reports, ...lookalikes].map(([name, page]) => ({ name, ...page }));

it('there are six reports and six look-alikes, each page under an address of its own', () => {
  expect(reports.size).toBeGreaterThanOrEqual(6);
  expect(lookalikes.size).toBeGreaterThanOrEqual(6);
  expect(new Set(pages.map((page) => page.expected.url)).size).toBe(pages.length);
});

describe.each(pages)('page $name', ({ html, expected }) => {
  const { document } = parseHTML(html);

  it('says that it is a sample', () => {
    expect(document.querySelector('meta[name="zhupi-sample"]')?.getAttribute('content')).toContain('示例');
    expect(fold(document.body.textContent ?? '')).toContain('为朱批自带的示例');
  });

  it('asks for nothing from the network', () => {
    const asking = document.querySelectorAll(
      'script[src], img, iframe, frame, object, embed, video, audio, source, base, link:not([href^="data:"]), meta[http-equiv="refresh" i]',
    );
    expect([...asking].map((element) => element.outerHTML)).toEqual([]);
    expect(html).not.toMatch(/url\(\s*['"]?(?!data:)|@import|fetch\(|XMLHttpRequest/);
  });

  it('stands under *.gov.cn and shows its title', () => {
    expect(new URL(expected.url).hostname).toMatch(/-shili\.gov\.cn$/);
    expect(fold(document.body.textContent ?? '')).toContain(fold(expected.title ?? ''));
  });
});

describe.each([...lookalikes].map(([name, page]) => ({ name, ...page })))('look-alike $name', (page) => {
  it('is no report', () => {
    expect(page.expected).toMatchObject({ isReport: false, kind: null, issuer: null, year: null });
  });
});

describe.each([...reports].map(([name, page]) => ({ name, ...page })))('report $name', (page) => {
  const { html, lines, expected } = page;
  const text = lines.join('\n');

  it('has its facts in the words of the model', () => {
    expect(expected.isReport).toBe(true);
    expect(REPORT_KINDS).toContain(expected.kind);
    expect(LEVELS).toContain(expected.level);
    expect(expected.published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Object.keys(expected.region)).toEqual(['province', 'city', 'county']);
  });

  it('is as long as real ones', () => {
    expect(fold(text).length).toBeGreaterThanOrEqual(3000);
    expect(fold(text).length).toBeLessThanOrEqual(6000);
  });

  it('expected.txt is what stands in the container', () => {
    const container = parseHTML(html).document.querySelector(expected.container);
    for (const selector of expected.skip) {
      for (const element of container?.querySelectorAll(selector) ?? []) element.remove();
    }
    const whole = [...lines];
    // From the end, so that earlier places stay true.
    for (let i = expected.optionalLines.length - 1; i >= 0; i--) {
      whole.splice(expected.optionalAt[i] ?? 0, 0, expected.optionalLines[i] ?? '');
    }
    expect(fold(container?.textContent ?? '')).toBe(fold(whole.join('')));
  });

  it('its figures occur in order and are well formed', () => {
    let at = 0;
    for (const figure of expected.figures) {
      const found = text.indexOf(figure.text, at);
      expect(found, `${figure.text} (${figure.indicator})`).toBeGreaterThanOrEqual(at);
      at = found + figure.text.length;
      expect(QUANTITY_KINDS).toContain(figure.kind);
      expect(APPROXES).toContain(figure.approx);
      expect(Number.isFinite(figure.value)).toBe(true);
      expect(figure.indicator).not.toBe('');
      expect(figure.valueMax ?? Number.POSITIVE_INFINITY).toBeGreaterThan(figure.value);
      expect(figure.zero === true).toBe(figure.value === 0);
    }
  });

  it('its figures have the value that their Arabic digits say', () => {
    const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 };
    const plain = expected.figures.flatMap((figure) => {
      const parts = /^[^\d]*?([+-]?\d[\d,]*(?:\.\d+)?)([万亿]?)[^\d]*$/.exec(figure.text);
      if (parts === null || figure.text.includes('翻')) return [];
      const value = Number((parts[1] ?? '').replaceAll(',', '')) * (scales[parts[2] ?? ''] ?? 1);
      // A bare number in a cell under 万元.
      const scale = figure.unit === '元' && !figure.text.includes('元') ? 1e4 : 1;
      return [{ text: figure.text, value: figure.value, said: Math.round(value * scale * 1e4) / 1e4 }];
    });
    expect(plain.length).toBeGreaterThan(40);
    expect(plain.filter((figure) => Math.abs(figure.value - figure.said) > 1e-6)).toEqual([]);
  });

  it('its shortcomings, plans and optional sentences are passages of the text', () => {
    const passages = [
      ...expected.shortcomings,
      ...expected.plans,
      ...expected.optionalSentences.map((sentence) => sentence.text),
    ];
    expect(expected.shortcomings.length).toBeGreaterThan(0);
    expect(expected.plans.length).toBeGreaterThan(0);
    expect(passages.filter((passage) => !text.includes(passage))).toEqual([]);
    expect(passages.filter((passage) => /。./.test(passage))).toEqual([]);
    expect(new Set(passages).size).toBe(passages.length);
  });

  it('its headings occur in order', () => {
    let at = 0;
    for (const { title, role } of expected.outline) {
      const found = text.indexOf(title, at);
      expect(found, title).toBeGreaterThanOrEqual(at);
      at = found + title.length;
      expect(ROLES).toContain(role);
    }
  });
});

const { pairs } = JSON.parse(read('pairs.json')) as { pairs: Pair[] };

describe.each(pairs)('pair $earlier → $later', (pair) => {
  const earlier = reports.get(pair.earlier);
  const later = reports.get(pair.later);
  if (earlier === undefined || later === undefined)
    throw new Error('a pair names a report that is not there');

  /** The one figure so named; more than one or none is an error of the data. */
  const figureOf = (report: typeof earlier, name: FigureName): ExpectedFigure => {
    const found = report.expected.figures.filter(
      (figure) => figure.text === name.text && figure.indicator === name.indicator,
    );
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new Error(`${found.length} × ${name.text} ${name.indicator}`);
    return only;
  };

  it('is of one body in two consecutive years', () => {
    expect(later.expected.issuer).toBe(earlier.expected.issuer);
    expect(later.expected.year).toBe((earlier.expected.year ?? Number.NaN) + 1);
  });

  it('names figures that are there', () => {
    for (const row of pair.indicators) {
      const [before, after] = [figureOf(earlier, row.earlier), figureOf(later, row.later)];
      expect(after.kind, row.later.indicator).toBe(before.kind);
      // 第4位 and 前三 are both ranks, one of them without a unit.
      if (before.kind !== 'rank') expect(after.unit, row.later.indicator).toBe(before.unit);
    }
  });

  it('says rightly whether a stated change fits', () => {
    for (const row of pair.indicators) {
      if (row.fits === undefined) continue;
      const before = figureOf(earlier, row.earlier).value;
      const after = figureOf(later, row.later);
      const stated = row.stated === undefined ? undefined : figureOf(later, row.stated);
      if (stated === undefined) {
        expect(after.from === before, row.later.indicator).toBe(row.fits);
        continue;
      }
      const change = stated.unit === '%' ? (after.value / before - 1) * 100 : after.value - before;
      const sign = stated.direction === 'down' ? -1 : 1;
      expect(Math.abs(change - sign * stated.value) < 0.05, row.later.indicator).toBe(row.fits);
    }
  });

  it('has a change that fits, one that does not, and an indicator that vanishes', () => {
    const fits = pair.indicators.filter((row) => row.stated !== undefined).map((row) => row.fits);
    expect(fits).toContain(true);
    expect(fits).toContain(false);
    expect(pair.vanished.length).toBeGreaterThan(0);
    for (const name of pair.vanished) {
      figureOf(earlier, name);
      expect(later.expected.figures.map((figure) => figure.indicator)).not.toContain(name.indicator);
    }
  });

  it('names sections that are there', () => {
    for (const row of pair.sections) {
      expect(earlier.expected.outline.map((section) => section.title)).toContain(row.earlier);
      expect(later.expected.outline.map((section) => section.title)).toContain(row.later);
    }
  });

  it('follows up every plan of the earlier year, in words of the later report', () => {
    expect(pair.plans.map((row) => row.plan)).toEqual(earlier.expected.plans);
    expect(pair.plans.map((row) => row.outcome)).toContain('not_mentioned');
    for (const row of pair.plans) {
      expect(row.measures.length === 0, row.plan).toBe(row.outcome === 'not_mentioned');
      for (const words of row.measures) expect(later.lines.join('\n')).toContain(words);
    }
  });

  it('has a shortcoming that recurs almost word for word', () => {
    for (const row of pair.shortcomings) {
      expect(earlier.expected.shortcomings).toContain(row.earlier);
      expect(later.expected.shortcomings).toContain(row.later);
    }
    const recurring = pair.shortcomings.filter((row) => row.relation === 'recurs');
    expect(recurring.length).toBeGreaterThan(0);
    for (const row of recurring) {
      const words = new Set(row.earlier);
      const shared = [...row.later].filter((character) => words.has(character)).length;
      expect(shared / row.later.length, row.later).toBeGreaterThan(0.9);
    }
  });
});

describe('codebook', () => {
  const codes = JSON.parse(read('codebook.json')) as (Code & { nameEn: string; descriptionEn: string })[];

  /** WCAG 2.2 contrast with white, from relative luminance. */
  const contrastOnWhite = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
  };

  it.each(codes)('$id is named in both languages and can be read on white', (code) => {
    for (const words of [code.name, code.nameEn, code.description, code.descriptionEn]) {
      expect(words.trim()).not.toBe('');
    }
    expect(code.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrastOnWhite(code.color)).toBeGreaterThanOrEqual(4.5);
  });

  it('has ids, names and colours of their own, known parents, and places without gaps', () => {
    for (const key of ['id', 'name', 'nameEn', 'color'] as const) {
      expect(new Set(codes.map((code) => code[key])).size).toBe(codes.length);
    }
    const ids = codes.map((code) => code.id);
    for (const parentId of new Set(codes.map((code) => code.parentId))) {
      if (parentId !== null) expect(ids).toContain(parentId);
      const places = codes.filter((code) => code.parentId === parentId).map((code) => code.position);
      expect(places).toEqual(places.map((_, index) => index));
    }
  });
});
