import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '../../components/library/library.css';
import '../../components/library/compare.css';
import '../../components/library/side-by-side.css';
import { DropZone } from '../../components/library/drop-zone.tsx';
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
  const live = useShelf(database);
  const shelf = live.state === 'ready' ? live.value : NONE;
  const isLoading = live.state === 'loading';

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
        {live.state === 'failed' && (
          <p class="notice" role="alert">
            {words.faults[live.fault]}
          </p>
        )}
        {isLoading && <p class="empty">{library.loading}</p>}
        {live.state === 'ready' && shelf.length === 0 && (
          <section class="empty">
            <h2>{library.noReports}</h2>
            <p>{library.noReportsHelp}</p>
          </section>
        )}
        {view === 'collected' && <DropZone words={words} {...files} />}
        {shelf.length > 0 && (
          <Tabs<View>
            label={words.compare.views}
            chosen={view}
            onChoose={setView}
            tabs={[
              { name: 'collected', title: library.reports, ...(live.isWhole && { count: shelf.length }) },
              { name: 'search', title: words.search.tab },
              ...COMPARE_VIEWS.map((name) => ({ name, title: words.compare[name] })),
            ]}
          >
            {view === 'collected' && <CollectedView words={words} shelf={shelf} isWhole={live.isWhole} />}
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
