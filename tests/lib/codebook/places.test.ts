import { describe, expect, test } from 'vitest';
import {
  type Direction,
  neighbourOf,
  type Place,
  placeAt,
  placeTowards,
  standing,
  type Zone,
} from '../../../components/codebook/places.ts';
import { codeTree, flatBranches } from '../../../lib/model/code-tree.ts';
import { codeOf } from '../../fixtures/codes.ts';

const under = (parentId: string | null, ...ids: string[]) =>
  ids.map((id, position) => codeOf(id, id.toUpperCase(), { parentId, position }));
/** a (a1, a2 (a2x)), b, c */
const TREE = codeTree([...under(null, 'a', 'b', 'c'), ...under('a', 'a1', 'a2'), ...under('a2', 'a2x')]);

test('codes stand in order, with their paths, and one without its parent stands at the top', () => {
  const tree = codeTree([...under('gone', 'z'), ...under(null, 'a'), ...under('a', 'b')]);
  expect(flatBranches(tree).map(({ path }) => path.join('/'))).toEqual(['A', 'A/B', 'Z']);
});

describe('one step', () => {
  const cases: [string, Direction, Place | null][] = [
    ['a', 'up', null],
    ['b', 'up', { parentId: null, position: 0 }],
    ['b', 'down', { parentId: null, position: 2 }],
    ['c', 'down', null],
    ['b', 'in', { parentId: 'a', position: 2 }],
    ['a', 'in', null],
    ['a2', 'out', { parentId: null, position: 1 }],
    ['a2x', 'out', { parentId: 'a', position: 2 }],
    ['a', 'out', null],
    ['gone', 'up', null],
  ];
  test.each(cases)('%s %s', (id, direction, place) => {
    expect(placeTowards(TREE, id, direction)).toEqual(place);
  });
});

describe('dropped on another', () => {
  const cases: [string, Zone, string, Place | null][] = [
    ['c', 'before', 'a', { parentId: null, position: 0 }],
    ['a', 'after', 'c', { parentId: null, position: 2 }],
    ['a', 'before', 'c', { parentId: null, position: 1 }],
    ['c', 'into', 'a', { parentId: 'a', position: 2 }],
    ['a1', 'into', 'a', { parentId: 'a', position: 1 }],
    ['c', 'after', 'a2x', { parentId: 'a2', position: 1 }],
    ['a', 'into', 'a2x', null],
    ['a', 'before', 'a1', null],
    ['a', 'into', 'a', null],
  ];
  test.each(cases)('%s %s %s', (id, zone, target, place) => {
    expect(placeAt(TREE, id, target, zone)).toEqual(place);
  });
});

test.each([
  ['a', { under: null, number: 1, count: 3 }],
  ['a2x', { under: 'A2', number: 1, count: 1 }],
  ['gone', null],
])('%s stands at %j', (id, at) => {
  expect(standing(TREE, id)).toEqual(at);
});

test.each([
  ['a', 'b'],
  ['c', 'b'],
  ['a2x', 'a2'],
  ['gone', null],
])('when %s is gone, %s is next', (id, next) => {
  expect(neighbourOf(TREE, id)).toBe(next);
});
