import { type ShownTable, shownHtml, shownTsv } from '../../lib/export/indicators-csv.ts';

/** Puts a table on the clipboard, for spreadsheets and for documents. Whether the browser let it. */
export async function copyTable(table: ShownTable): Promise<boolean> {
  const blob = (type: string, content: string) => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', shownTsv(table)),
    'text/html': blob('text/html', shownHtml(table)),
  });
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  );
}
