import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '../../components/library/library.css';
import '../../components/library/compare.css';
import '../../components/library/side-by-side.css';
import { DropZone, useDrop } from '../../components/library/drop-zone.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { createDatabase } from '../../lib/store/database.ts';
import { BackupDesk } from './backup-desk.tsx';
import { COMPARE_VIEWS, type CompareView, CompareViews } from './compare-views.tsx';
import { ExportDesk } from './export-desk.tsx';
import { useImport } from './use-import.ts';
import { useShelf } from './use-shelf.ts';
import { CollectedView } from './views/collected-view.tsx';
import { SearchView } from './views/search-view.tsx';

type View = 'collected' | 'search' | CompareView;

const database = createDatabase();
const NONE: ShelfEntry[] = [];

/** All that was collected: the shelf, what is looked for in it, and reports lined up. */
export function Library({ words }: { words: Words }) {
  const { library } = words;
  const files = useImport(database, words);
  const [view, setView] = useState<View>('collected');
  const { reports, isWhole, fault } = useShelf(database);
  const shelf = reports ?? NONE;
  const isLoading = reports === null && fault === null;
  const isOver = useDrop(files.onFiles);
  const isTaking = files.progress !== null && files.progress.done < files.progress.total;

  return (
    <>
      <header class="bar">
        <h1>{library.label}</h1>
        <div class="desk">
          <ExportDesk words={words} database={database} shelf={shelf} />
          <BackupDesk words={words} database={database} />
        </div>
        <a class="button quiet" href={browser.runtime.getURL('/options.html')}>
          {words.options.label}
        </a>
      </header>
      <main class="library" aria-busy={isLoading}>
        {fault && (
          <p class="notice" role="alert">
            {words.faults[fault]}
          </p>
        )}
        {isLoading && <p class="empty">{library.loading}</p>}
        {reports?.length === 0 && (
          <section class="empty">
            <h2>{library.noReports}</h2>
            <p>{library.noReportsHelp}</p>
          </section>
        )}
        {(view === 'collected' || isOver || isTaking) && (
          <DropZone words={words} isOver={isOver} {...files} />
        )}
        {shelf.length > 0 && (
          <Tabs<View>
            label={words.compare.views}
            chosen={view}
            onChoose={setView}
            tabs={[
              { name: 'collected', title: library.reports, ...(isWhole && { count: shelf.length }) },
              { name: 'search', title: words.search.tab },
              ...COMPARE_VIEWS.map((name) => ({ name, title: words.compare[name] })),
            ]}
          >
            {view === 'collected' && <CollectedView words={words} shelf={shelf} isWhole={isWhole} />}
            {view === 'search' && <SearchView words={words} database={database} shelf={shelf} />}
            {view !== 'collected' && view !== 'search' && (
              <CompareViews key={view} words={words} database={database} view={view} shelf={shelf} />
            )}
          </Tabs>
        )}
      </main>
    </>
  );
}
