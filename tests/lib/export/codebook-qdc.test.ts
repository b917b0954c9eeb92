import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedCodes, guidOf } from '../../../lib/export/codebook-codes.ts';
import { codebookQdc, xmlText } from '../../../lib/export/codebook-qdc.ts';
import { codeTree } from '../../../lib/model/code-tree.ts';
import { STARTER_ID } from '../../../lib/model/codebook.ts';
import { ID_PATTERN } from '../../../lib/model/id.ts';
import { ROOT } from '../../../scripts/setup/build.ts';
import { findXmllint, XMLLINT_ADVICE } from '../../../scripts/setup/xmllint.ts';
import seeds from '../../../seeds/codebook.json';
import { carriedTrees } from '../../fixtures/carried-codes.ts';
import { codeOf } from '../../fixtures/codes.ts';

const SCHEMA = join(ROOT, '..', 'shared', 'standards', 'Codebook.xsd');
const xmllint = findXmllint();
if (xmllint === null) console.warn(`SKIPPED: xmllint is not installed. ${XMLLINT_ADVICE}`);
if (!existsSync(SCHEMA)) console.warn('SKIPPED: ../shared/standards/Codebook.xsd is missing.');

const STARTER = seeds.map(({ id, name, parentId, position, description, color }) =>
  codeOf(id, name, { parentId, position, description, color }),
);

/** What xmllint finds wrong with files, each against the standard's schema. */
function complaints(files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-qdc-'));
  const paths = files.map((content, index) => {
    const path = join(folder, `${index}.qdc`);
    writeFileSync(path, content);
    return path;
  });
  const run = spawnSync(xmllint ?? '', ['--noout', '--schema', SCHEMA, ...paths], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? '' : run.stderr.replace(/^.* validates$\n/gm, '');
}

describe.skipIf(xmllint === null || !existsSync(SCHEMA))(
  'what is exported is valid by the standard’s schema',
  () => {
    test('the starter codebook', () => {
      expect(complaints([codebookQdc(carriedCodes(codeTree(STARTER)), 'Zhupi')])).toBe('');
    });

    test('any codebook at all', () => {
      const samples = fc.sample(
        carriedTrees(() => true),
        200,
      );
      expect(complaints(samples.map((codes) => codebookQdc(codes, 'Zhupi')))).toBe('');
    });

    test('and what is not valid is found out', () => {
      const [code] = carriedCodes(codeTree([codeOf('a', '甲')]));
      if (!code) throw new Error('there is no code');
      expect(complaints([codebookQdc([{ ...code, color: 'red' }], 'Zhupi')])).toContain('red');
    });
  },
);

test('a codebook without codes has no such file', () => {
  expect(() => codebookQdc([], 'Zhupi')).toThrow(RangeError);
});

test.each([
  ['a\u0000b\u000bc', 'abc'],
  ['\ud800x\udc00', 'x'],
  ['𠮷😀', '𠮷😀'],
  ['\ufffe\uffff\ufffd', '\ufffd'],
  ['\t\r\n', '\t\r\n'],
])('%j is left as %j', (text, cleaned) => {
  expect(xmlText(text)).toBe(cleaned);
});

test('an id has always the same UUID, and others others', () => {
  const ids = [...new Set([STARTER_ID, ...STARTER.map(({ id }) => id)])];
  const guids = ids.map(guidOf);
  expect(guids).toEqual(ids.map(guidOf));
  expect(new Set(guids).size).toBe(ids.length);
  for (const guid of guids) expect(guid).toMatch(ID_PATTERN);
  const own = '00000000-0000-4000-8000-000000000001';
  expect(guidOf(own)).toBe(own);
});
