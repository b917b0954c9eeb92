import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundleOf, readNothing } from '../../../lib/export/bundle.ts';
import { qdeOf, qdpxOf } from '../../../lib/export/qdpx.ts';
import { sourceText } from '../../../lib/export/source-text.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { CodePoints } from '../../../lib/model/code-points.ts';
import { ROOT } from '../../../scripts/setup/build.ts';
import { findXmllint, XMLLINT_ADVICE } from '../../../scripts/setup/xmllint.ts';
import { libraries, NOW, sampleBundle } from '../../fixtures/libraries.ts';

const SCHEMA = join(ROOT, '..', 'shared', 'standards', 'Project-mrt2019.xsd');
const xmllint = findXmllint();
if (xmllint === null) console.warn(`SKIPPED: xmllint is not installed. ${XMLLINT_ADVICE}`);
if (!existsSync(SCHEMA)) console.warn('SKIPPED: ../shared/standards/Project-mrt2019.xsd is missing.');

function complaints(projects: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-qde-'));
  const paths = projects.map((content, index) => {
    const path = join(folder, `${index}.qde`);
    writeFileSync(path, content);
    return path;
  });
  const run = spawnSync(xmllint ?? '', ['--noout', '--schema', SCHEMA, ...paths], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? '' : run.stderr.replace(/^.* validates$\n/gm, '');
}

const bundle = await sampleBundle();
const bundleFrom = (library: Parameters<typeof bundleOf>[0]['collection']) =>
  bundleOf({
    collection: library,
    name: '库',
    now: NOW,
    read: readNothing,
    place: () => 'changed' as const,
    topics: {},
  });

describe.skipIf(xmllint === null || !existsSync(SCHEMA))(
  'the project is valid by the standard’s schema',
  () => {
    test('the sample', () => {
      expect(complaints([qdeOf(bundle, zh).project])).toBe('');
    });
    test('any library at all', () => {
      const samples = fc.sample(libraries, 100);
      expect(complaints(samples.map((library) => qdeOf(bundleFrom(library), zh).project))).toBe('');
    });
    test('and what is not valid is found out', () => {
      const broken = qdeOf(bundle, zh).project.replace('startPosition=', 'begin=');
      expect(complaints([broken])).toContain('begin');
    });
  },
);

/** The words of each selection, cut from the source file by code points as another program would. */
function selections(project: string, files: Record<string, string>) {
  return [...project.matchAll(/<TextSource guid="([^"]+)"[\s\S]*?<\/TextSource>/g)].flatMap(
    ([source, guid]) => {
      const signs = [...(files[`sources/${guid}.txt`] ?? '')];
      return [...source.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(([, start, end]) =>
        signs.slice(Number(start), Number(end)).join(''),
      );
    },
  );
}

test('the zip holds project.qde without and lower-case sources with a byte-order mark, lines ending in LF', () => {
  const files = unzipSync(qdpxOf(bundle, zh));
  const names = Object.keys(files);
  expect(names[0]).toBe('project.qde');
  expect(names.slice(1)).toHaveLength(3);
  for (const name of names.slice(1)) expect(name).toMatch(/^sources\/[0-9a-f-]{36}\.txt$/);
  expect(files['project.qde']?.slice(0, 5)).toEqual(new TextEncoder().encode('<?xml'));
  for (const name of names.slice(1)) {
    expect(files[name]?.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(strFromU8(files[name] ?? new Uint8Array())).not.toContain('\r');
  }
});

test('positions point at the words in the source files, signs beyond the BMP counted once', () => {
  const zip = unzipSync(qdpxOf(bundle, zh));
  const decode = new TextDecoder();
  const files = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, decode.decode(bytes)]));
  const found = selections(files['project.qde'] ?? '', files);
  expect(found).toEqual([
    '规范行政执法',
    '36件',
    '35件',
    '𠀀𠀁😀全年办理案件41件',
    '<b>加粗</b> & "引号"',
    '𡃁执法力量仍然薄弱',
  ]);
});

test('the text of any span is the same in the source as in the report', () => {
  const text = fc.string({
    unit: fc.constantFrom('法', '𠮷', '😀', 'a', ' ', '\t'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), fc.nat(), fc.nat(), (lines, at, length) => {
      const whole = lines.join('');
      let end = 0;
      const blocks = lines.map((line) => {
        end += line.length;
        return { start: end - line.length, end };
      });
      const start = at % whole.length;
      const span = { start, end: Math.min(whole.length, start + 1 + (length % 5)) };
      const source = sourceText({ text: whole, blocks });
      const placed = source.place(span);
      expect(source.text.slice(placed.start, placed.end).replaceAll('\n', '')).toBe(
        whole.slice(span.start, span.end),
      );
      expect(source.text).toBe(lines.join('\n'));
    }),
  );
});

test('code points are counted as a string’s iterator counts them, and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const points = new CodePoints(text);
      let offset = 0;
      for (const [index, sign] of [...text].entries()) {
        expect([points.count(offset), points.offset(index)]).toEqual([index, offset]);
        offset += sign.length;
      }
      expect([points.count(offset), points.offset([...text].length)]).toEqual([[...text].length, offset]);
    }),
  );
});
