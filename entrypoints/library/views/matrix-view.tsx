import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MatrixTable } from '../../../components/library/matrix-table.tsx';
import { shownCsv } from '../../../lib/export/indicators-csv.ts';
import { copyTable } from '../copy-table.ts';
import { countTable } from '../count-table.ts';
import { offerFile } from '../offer-file.ts';

interface MatrixProps extends ComponentProps<typeof MatrixTable> {
  /** The exported file is named by it. */
  name: string;
  /** Whether the counts are those of the reports that are shown; else they are on their way. */
  isCurrent: boolean;
  /** What can be chosen of how it is shown. */
  children?: ComponentChildren;
}

/** A matrix with what is done with all of it. */
export function Matrix({ name, isCurrent, children, none, ...matrix }: MatrixProps) {
  const { words, reports, columns, counts } = matrix;
  const { compare } = words;
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(''), [name, isCurrent, none]);
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
          <small role="status">{isCurrent ? said : compare.computing}</small>
          <button type="button" class="button" disabled={!isCurrent} onClick={() => void copy()}>
            {compare.copyTable}
          </button>
          <button
            type="button"
            class="button"
            disabled={!isCurrent}
            onClick={() => offerFile(`zhupi-${name}.csv`, 'text/csv;charset=utf-8', shownCsv(table()))}
          >
            {compare.exportTable}
          </button>
        </span>
      </div>
      {/* what isn't counted yet is no 0 */}
      <MatrixTable {...matrix} {...(isCurrent && none ? { none } : {})} />
    </>
  );
}
