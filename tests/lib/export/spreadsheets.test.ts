import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import { csvOf } from '../../../lib/export/csv.ts';
import { allRowsOf, figureRowsOf } from '../../../lib/export/note-rows.ts';
import { notesTable } from '../../../lib/export/notes-csv.ts';
import { type Cell, cellText } from '../../../lib/export/table.ts';
import { allTables, codingsTable, figuresTable } from '../../../lib/export/tables.ts';
import { columnName, shareOf, xlsxOf } from '../../../lib/export/xlsx.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { original } from '../../../lib/model/csv-cell.ts';
import { NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import { converted, findLibreOffice, LIBREOFFICE_ADVICE } from '../../../scripts/setup/libreoffice.ts';
import { sampleBundle, sampleCompared } from '../../fixtures/libraries.ts';

const office = findLibreOffice();
if (office === null) console.warn(`SKIPPED: no LibreOffice opens the exports. ${LIBREOFFICE_ADVICE}`);
/** Comma, quote, UTF-8; what stands in the cells rather than how it looks; all sheets, each a file. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

const bundle = await sampleBundle();
const tables = allTables(bundle, await sampleCompared(), zh);
const workbook = new Uint8Array(await (await xlsxOf(tables)).arrayBuffer());

/** A cell as LibreOffice writes its value: dates as dates and percentages as such only where they are. */
function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n');
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
  if ('day' in cell) return cell.day;
  return `${shareOf(cell.percent) * 100}%`;
}

describe('the tables', () => {
  test('hold a row for each note and finding, and for each figure', () => {
    const rows = allRowsOf(bundle);
    expect(rows.filter(({ motivation }) => motivation !== null)).toHaveLength(6);
    expect(figureRowsOf(bundle).map(({ quote }) => quote)).toContain('36件');
    expect(tables.map(({ name }) => name)).toEqual(Object.values(zh.export.tables));
    expect(tables.every(({ rows: own, columns }) => own.every((row) => row.length === columns.length))).toBe(
      true,
    );
    expect(tables.filter(({ rows: own }) => own.length === 0)).toEqual([]);
  });

  test('what the reader dismissed is no figure any more', () => {
    expect(figureRowsOf(bundle).map(({ quote }) => quote)).not.toContain('8场');
  });

  test('a corrected fact wins, and a note on an older text says what became of it', () => {
    const [row] = allRowsOf(bundle).filter(({ quote }) => quote === '35件');
    expect(row?.state).toBe('changed');
    expect(allRowsOf(bundle).find(({ issuer }) => issuer === '𠮷县示例局')?.published).toBe('2026-02-10');
  });
});

test('the indicators are as the reader edited them', async () => {
  const compared = await sampleCompared();
  const rows = alignIndicators(compared);
  const [first, second] = rows;
  if (!first || !second) throw new Error('the sample has too few figures');
  const edits = { ...NO_EDITS, names: { [first.key]: '改过的名' }, hidden: [second.key] };
  const table = allTables(bundle, compared, zh, edits).at(-1);
  const before = tables.at(-1);
  expect(table?.rows.map(([label]) => label)).toContain('改过的名');
  expect(table?.rows.length).toBe((before?.rows.length ?? 0) - 1);
});

test('with many reports, what is said of each stands in a line of its own', () => {
  const many = Array.from({ length: 301 }, (_, index) => {
    const [first] = bundle.reports;
    if (!first) throw new Error('the sample is empty');
    return index === 0 ? first : { ...first, report: { ...first.report, id: `r${index}` }, states: [] };
  });
  const table = codingsTable({ ...bundle, reports: many }, zh);
  expect(table.rows).toEqual([
    ['行政执法', '示例市水务局 2024', 1],
    ['行政执法 / 能力\\/建设', '示例市水务局 2024', 1],
  ]);
  expect(table.columns).toHaveLength(3);
});

describe('CSV', () => {
  test.each([notesTable(allRowsOf(bundle), zh), figuresTable(bundle, zh)])('is read back whole', (table) => {
    const csv = csvOf(table);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [heading, ...rows] = Papa.parse<string[]>(csv.slice(1)).data;
    expect(heading).toEqual(table.columns.map((column) => column.heading));
    const written = table.rows.map((row) => row.map((cell) => String(cellText(cell))));
    expect(rows.map((row) => row.map(original))).toEqual(written);
  });

  test.each([-1.5, 0, 1e21])('the number %d stays a number', (value) => {
    const table = { name: '', columns: [{ heading: '数', width: 1 }], rows: [[value]] };
    expect(csvOf(table)).toBe(`\ufeff数\r\n${value}`);
  });

  test.skipIf(office === null)(
    'is opened by LibreOffice with every cell as it was',
    () => {
      const table = notesTable(allRowsOf(bundle), zh);
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76';
      const [opened = ''] = Object.values(
        converted(office ?? '', 'notes.csv', csvOf(table), filter, 'CSV:44,34,76'),
      );
      const [, ...rows] = Papa.parse<string[]>(opened.replace(/^\ufeff/, ''), {
        skipEmptyLines: true,
      }).data;
      const quotes = table.rows.map((row) => plain(row[12] ?? null));
      // a spreadsheet takes 98.5% for a percentage and shows it its own way
      const shown = rows.map((row) => original(row[12] ?? '').replace(/(\.\d*?)0+%$/, '$1%'));
      expect(shown).toEqual(quotes);
      expect(rows.map((row) => row[14])).toContain("'=与上年 *相比*？\n<script>alert(1)</script>");
    },
    60_000,
  );
});

describe('the workbook', () => {
  test('has a sheet for each table, its first row frozen and filtered', () => {
    const files = unzipSync(workbook);
    const sheets = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(tables.length);
    for (const [index, table] of tables.entries()) {
      const xml = strFromU8(files[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
      expect(xml).toContain('state="frozen"');
      expect(xml).toContain(
        `<autoFilter ref="A1:${columnName(table.columns.length - 1)}${table.rows.length + 1}"/>`,
      );
    }
  });

  test.skipIf(office === null)(
    'has the same values in every sheet for LibreOffice',
    () => {
      const files = converted(office ?? '', 'zhupi.xlsx', workbook, ALL_SHEETS);
      const read = tables.map(({ name }) => {
        const csv = (files[`zhupi-${name}.csv`] ?? '').replace(/^\ufeff/, '').trimEnd();
        const [heading, ...rows] = Papa.parse<string[]>(csv).data;
        return { name, heading, rows };
      });
      expect(read).toEqual(
        tables.map(({ name, columns, rows }) => ({
          name,
          heading: columns.map((column) => column.heading),
          rows: rows.map((row) => row.map(plain)),
        })),
      );
    },
    60_000,
  );

  test('text is never a formula, and what is too long for a cell is cut', async () => {
    const rows = [['=1+1'], ['长'.repeat(40_000)], ['a\u0000b\ud800']];
    const blob = await xlsxOf([{ name: '甲/乙[1]', columns: [{ heading: '列', width: 4 }], rows }]);
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
    expect(all).not.toMatch(/<f>/);
    expect(all).toContain(`${'长'.repeat(32_766)}…`);
    expect(all).toContain('ab<');
    expect(all).toContain('甲 乙 1');
  });

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});
