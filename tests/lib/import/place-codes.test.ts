import { expect, test } from 'vitest';
import { placeCodes } from '../../../lib/import/place-codes.ts';
import type { CarriedCode } from '../../../lib/model/carried-code.ts';
import { carried } from '../../fixtures/carried-codes.ts';
import { codeOf } from '../../fixtures/codes.ts';

const GUID = '00000000-0000-4000-8000-000000000001';
const EXISTING = [codeOf('a', '执法', { shortcut: 'x' }), codeOf('a1', '监督', { parentId: 'a' })];
const place = (codes: CarriedCode[]) => {
  let made = 0;
  return placeCodes(codes, {
    codebookId: 'book',
    existing: EXISTING,
    usedIds: new Set(['a', 'a1']),
    newId: () => `new-${made++}`,
    initialsOf: () => 'xx',
    defaultColor: '#b5301c',
  });
};

test('new codes stand after what is there, in their order', () => {
  const { added } = place([carried('普法', { children: [carried('媒体')] }), carried('决策')]);
  expect(added.map(({ name, parentId, position }) => [name, parentId, position])).toEqual([
    ['普法', null, 1],
    ['媒体', 'new-0', 0],
    ['决策', null, 2],
  ]);
});

test('a path that is there is told and not made again; what is under it comes under it', () => {
  const { added, known } = place([
    carried('执法', { children: [carried('监督'), carried('裁量')] }),
    carried('监督'),
  ]);
  expect(known).toEqual([['执法'], ['执法', '监督']]);
  expect(added.map(({ name, parentId, position }) => [name, parentId, position])).toEqual([
    ['裁量', 'a', 1],
    ['监督', null, 1],
  ]);
});

test('a path twice in the file is made once', () => {
  const { added, known } = place([carried('新', { children: [carried('子')] }), carried('新')]);
  expect(added.length).toBe(2);
  expect(known).toEqual([['新']]);
});

test('a shortcut that is taken stays where it is', () => {
  const { added, takenShortcuts } = place([
    carried('甲', { shortcut: 'x' }),
    carried('乙', { shortcut: 'y' }),
    carried('丙', { shortcut: 'y' }),
  ]);
  expect(added.map(({ shortcut }) => shortcut)).toEqual([null, 'y', null]);
  expect(takenShortcuts).toEqual(['x', 'y']);
});

test('a file’s own id is kept, but only once', () => {
  const { added } = place([carried('甲', { guid: GUID }), carried('乙', { guid: GUID })]);
  expect(added.map(({ id }) => id)).toEqual([GUID, 'new-0']);
});
