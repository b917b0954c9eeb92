import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FindingCard } from '../../components/finding-card.tsx';
import { SelectionToolbar } from '../../components/selection-toolbar.tsx';
import tokens from '../../components/tokens.css?inline';
import ui from '../../entrypoints/annotator.content/ui.css?inline';
import { DEFAULT_TOOLBAR_KEYS } from '../../lib/model/toolbar-keys.ts';
import type { Words } from '../../lib/model/words.ts';
import { nothing, type States } from './states.ts';
import { ACCEPTED, CODES, FIGURE, MEASURE } from './values.ts';

/** What stands in a report's page, each in a shadow root as there. */
export function pageStates(words: Words): States {
  const card = {
    words,
    noteCount: 0,
    onNote: nothing,
    onOpenNote: nothing,
    onJudge: nothing,
    onRetract: nothing,
    hasFocus: false,
    onClose: nothing,
  };
  const toolbar = {
    words,
    keys: DEFAULT_TOOLBAR_KEYS,
    hasFocus: false,
    onAction: nothing,
    onCode: nothing,
    onClose: nothing,
  };
  const inShadow = (drawn: ComponentChildren) => <InShadow>{drawn}</InShadow>;
  return {
    'selection-toolbar': {
      'with codes': inShadow(<SelectionToolbar {...toolbar} codes={CODES} />),
      'without codes': inShadow(<SelectionToolbar {...toolbar} codes={[]} />),
    },
    'finding-card': {
      figure: inShadow(<FindingCard {...card} finding={FIGURE} topic={undefined} />),
      accepted: inShadow(<FindingCard {...card} finding={ACCEPTED} topic={undefined} />),
      'with notes': inShadow(<FindingCard {...card} finding={FIGURE} topic={undefined} noteCount={2} />),
      measure: inShadow(<FindingCard {...card} finding={MEASURE} topic="行政执法" />),
    },
  };
}

/** Boxes of a page float over it; here they stand in their place. */
const IN_PLACE =
  ':host { position: static !important; display: block; width: auto; height: auto; padding: 8px; font: var(--text) / var(--leading) var(--font); color: var(--ink) }';

function InShadow({ children }: { children: ComponentChildren }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (root) {
      render(
        <>
          <style>{tokens + ui + IN_PLACE}</style>
          {children}
        </>,
        root,
      );
    }
  });
  return <div class="in-shadow" ref={host} />;
}
