import type { ComponentChildren, ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { MatrixTable } from '../../../components/library/matrix-table.tsx';
import { shownCsv } from '../../../lib/export/indicators-csv.ts';
import { copyTable } from '../copy-table.ts';
import { countTable } from '../count-table.ts';
import { offerFile } from '../offer-file.ts';

interface MatrixProps extends ComponentProps<typeof MatrixTable> {
  /** The exported file is named by it. */
  name: 'topics' | 'codings';
  /** What can be chosen of how it is shown. */
  children?: ComponentChildren;
}

/** A matrix with what is done with all of it. */
export function Matrix({ name, children, ...matrix }: MatrixProps) {
  const { words, reports, columns, counts } = matrix;
  const { compare } = words;
  const [said, setSaid] = useState('');
  const table = () => countTable(reports, columns, counts, words);
  const copy = async () => {
    const isCopied = await copyTable(table());
    setSaid(isCopied ? compare.copied(reports.length) : compare.copyFailed);
  };
  return (
    <>
      <div class="summary">
        {children}
        <span class="actions">
          <small role="status">{said}</small>
          <button type="button" class="button" onClick={() => void copy()}>
            {compare.copyTable}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => offerFile(`zhupi-${name}.csv`, 'text/csv;charset=utf-8', shownCsv(table()))}
          >
            {compare.exportTable}
          </button>
        </span>
      </div>
      <MatrixTable {...matrix} />
    </>
  );
}
