import type { PageWords } from '../model/words.ts';
import { plural } from './plural.ts';

export const enPage: PageWords = {
  language: 'en',
  htmlLang: 'en',
  categories: { measure: 'Measures', figure: 'Figures', shortcoming: 'Shortcomings', note: 'Notes' },
  kinds: {
    count: 'Count',
    percent: 'Percentage',
    percentage_point: 'Percentage points',
    money: 'Money',
    duration: 'Duration',
    rank: 'Rank',
    score: 'Score',
    ratio: 'Ratio',
    change: 'Change',
  },
  approxes: {
    exact: 'exact',
    about: 'about',
    at_least: 'at least',
    at_most: 'at most',
    more_than: 'more than',
  },
  faults: {
    'extension-reloaded':
      'Zhupi has just been updated. Please reload this page and try again; your drafts are kept.',
    'no-answer': 'Zhupi’s background did not answer. Nothing was saved; please try again.',
    'storage-full':
      'The disk is full. Nothing was saved; please free some space, or export and delete some reports.',
    'storage-blocked':
      'Another tab holds an older version of the data. Nothing was saved; please close other Zhupi pages and try again.',
    'storage-refused':
      'The browser does not allow data to be stored here. Nothing was saved; please check its privacy settings.',
    'not-found': 'This has been deleted elsewhere.',
    'changed-since': 'This has been changed since and cannot be undone.',
    invalid: 'Something is missing here. Nothing was saved.',
    'page-refused':
      'This page cannot be read. Press Zhupi’s toolbar button while you are on the page you want to read.',
    unreadable: 'This page’s text could not be read. Reload the page to try again.',
    'nothing-selected': 'Please select the new place in the report’s text first, then try again.',
    'notes-unread':
      'Your notes on this report could not be loaded; they are still stored. Reload the page to try again.',
    unexpected: 'Something unexpected went wrong. Nothing was saved; please try again.',
  },
  toolbar: { label: 'Zhupi: selected text', highlight: 'Highlight', tag: 'Tag', note: 'Note' },
  card: {
    label: 'What Zhupi found',
    asWritten: 'As written',
    value: 'Value',
    unit: 'Unit',
    hedge: 'Hedge',
    kind: 'Kind',
    indicator: 'Indicator',
    change: 'Change',
    changeFrom: (from) => `from ${from}`,
    up: 'up',
    down: 'down',
    topic: 'Topic',
    rule: 'Rule',
    certainty: 'Certainty',
    note: 'Write a note',
    close: 'Close',
    notStated: 'not stated',
  },
  page: {
    undrawn: (count) =>
      `${plural(count, 'finding', 'findings')} could not be drawn on the page; the side panel lists all.`,
    savedHighlight: 'Highlighted and saved',
    savedPrivate: 'Saved on this computer (this is a private window)',
    noSelection: 'Please select some of the report’s text first.',
    outsideText: 'The selection is outside the report’s text.',
    emptyPage: 'No report text was found on this page.',
    textChanged: 'The page has changed; Zhupi has read it again.',
    finding: 'Finding',
    visited: (sort, number, count) => `${sort} ${number} of ${count}`,
    noFurther: { next: 'There is nothing further down.', previous: 'There is nothing further up.' },
    nothingToVisit: 'Nothing of this kind was found in the report.',
  },
  composerLabel: 'Annotate the selected text',
};
