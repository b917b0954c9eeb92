import { type ComponentChild, type ComponentProps, render } from 'preact';
import { browser } from 'wxt/browser';
import { FindingCard } from '../../components/finding-card.tsx';
import { SelectionToolbar } from '../../components/selection-toolbar.tsx';
import tokens from '../../components/tokens.css?inline';
import { shownQuote } from '../../lib/model/line-ends.ts';
import type { PageWords } from '../../lib/model/words.ts';
import topics from '../../seeds/topics.json';
import type { MapEntry } from './map.ts';
import { createMapStrip } from './map-strip.ts';
import { placeBeside, type Size } from './placement.ts';
import styles from './ui.css?inline';

/** Name of the element whose shadow root holds all that is shown besides marks. */
export const UI_HOST = 'zhupi-annotator';
export type UiBox = 'toolbar' | 'card' | 'composer';

const SIZES: Record<UiBox, Size> = {
  toolbar: { width: 250, height: 40 },
  card: { width: 300, height: 280 },
  composer: { width: 360, height: 330 },
};
const NOTICE_MS = 6000;

export type ToolbarOffer = Omit<ComponentProps<typeof SelectionToolbar>, 'words'>;
export type CardOffer = Omit<ComponentProps<typeof FindingCard>, 'words' | 'topic' | 'onClose'>;

export interface AnnotatorUi {
  toolbar(at: DOMRect | null, offer?: ToolbarOffer): void;
  card(at: DOMRect | null, offer?: CardOffer): void;
  /** Opens the extension's own frame at the passage; what is typed there the page cannot hear. */
  composer(at: DOMRect, id: string, focus: 'tags' | 'memo'): void;
  /** Shuts that note's frame; another note's, opened meanwhile, stays. Whether it was open. */
  closeComposer(id: string): boolean;
  /** Id of the note whose frame is open. */
  composed(): string | null;
  /** Puts an open box beside where its passage stands now. */
  move(box: UiBox, at: DOMRect): void;
  notice(sentence: string, isFault?: boolean): void;
  /** Says what was done, with a button that takes it back. */
  done(sentence: string, onUndo: () => void): void;
  /** Shows a short line, and reads a longer one with it to those who listen. */
  announce(line: string, spoken: string): void;
  /** The map beside the scroll bar; `null`: none. */
  map(entries: MapEntry[] | null): void;
  setWords(words: PageWords): void;
  /** Whether it still stands in the page. */
  isAttached(): boolean;
  attach(): void;
  remove(): void;
}

/** Where a caret is moved through pages, Firefox puts it where the focus goes, and what was selected is no more. */
function keepSelection(document: Document, work: () => void): void {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  work();
  if (!selection || !anchorNode || !focusNode) return;
  const isKept =
    selection.anchorNode === anchorNode &&
    selection.anchorOffset === anchorOffset &&
    selection.focusNode === focusNode &&
    selection.focusOffset === focusOffset;
  if (!isKept) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

/** All that the extension shows in the page besides marks, in one closed shadow root beside the body. */
export function mountUi(
  document: Document,
  initialWords: PageWords,
  onMapChoice: (at: number, id: string | null) => void,
): AnnotatorUi {
  let words = initialWords;
  const host = document.createElement(UI_HOST);
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = tokens + styles;
  const layer = (name: string) => {
    const element = document.createElement('div');
    element.className = name;
    return element;
  };
  const layers = {
    toolbar: layer('layer'),
    card: layer('layer'),
    composer: layer('layer'),
    notice: layer('notices'),
  };
  layers.notice.setAttribute('role', 'status');
  const strip = createMapStrip(document, onMapChoice);
  shadow.append(style, strip.element, ...Object.values(layers));
  /** What had the focus before a box took it; given back when the box goes while it has it. */
  let before: Element | null = null;
  /** Fills a box and puts it beside what it is about; `null`: takes it away. */
  const show = (box: UiBox, at: DOMRect | null, content: ComponentChild) => {
    const had = layers[box].contains(shadow.activeElement);
    if (shadow.activeElement === null) before = document.activeElement;
    // visible first: what is not can't take the focus, nor be measured
    layers[box].hidden = at === null;
    keepSelection(document, () => render(at && content, layers[box]));
    put(box, at);
    if (had && at === null && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const put = (box: UiBox, at: DOMRect | null) => {
    const element = layers[box];
    element.hidden = at === null;
    if (at === null) return;
    // as large as it is shown, where that can be measured already: at the edge it last stood at it may be squeezed
    element.style.left = '0';
    const { offsetWidth, offsetHeight } = element;
    const size = { width: offsetWidth || SIZES[box].width, height: offsetHeight || SIZES[box].height };
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { left, top } = placeBeside(at, size, { width, height: Math.min(height, innerHeight) });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };

  let fading: ReturnType<typeof setTimeout> | undefined;
  /** Id of the note whose frame is open. */
  let composed: string | null = null;
  const ui: AnnotatorUi = {
    toolbar(at, offer) {
      show('toolbar', at, offer && <SelectionToolbar {...offer} words={words} />);
    },
    card(at, offer) {
      const topic = topics.find(({ id }) => id === offer?.finding.topic)?.[words.language];
      const onClose = () => ui.card(null);
      show('card', at, offer && <FindingCard {...offer} words={words} topic={topic} onClose={onClose} />);
    },
    composer(at, id, focus) {
      put('composer', at);
      composed = id;
      const frame = document.createElement('iframe');
      frame.src = `${browser.runtime.getURL('/composer.html')}#${id}/${focus}`;
      frame.title = words.composerLabel;
      layers.composer.replaceChildren(frame);
    },
    composed: () => composed,
    closeComposer(id) {
      if (id !== composed) return false;
      composed = null;
      put('composer', null);
      layers.composer.replaceChildren();
      return true;
    },
    move(box, at) {
      if (!layers[box].hidden) put(box, at);
    },
    notice(sentence, isFault = false) {
      clearTimeout(fading);
      const line = document.createElement('p');
      line.textContent = sentence;
      line.className = isFault ? 'fault' : '';
      layers.notice.replaceChildren(line);
      fading = setTimeout(() => layers.notice.replaceChildren(), NOTICE_MS);
    },
    done(sentence, onUndo) {
      ui.notice(sentence);
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words.page.undo;
      button.addEventListener('click', onUndo, { once: true });
      layers.notice.lastElementChild?.append(button);
    },
    announce(line, spoken) {
      ui.notice(line);
      const heard = document.createElement('span');
      heard.className = 'heard';
      heard.textContent = shownQuote(spoken);
      layers.notice.lastElementChild?.append(heard);
    },
    map: (entries) => strip.draw(entries),
    setWords(next) {
      words = next;
      ui.toolbar(null);
      ui.card(null);
    },
    isAttached: () => host.isConnected,
    attach: () => document.documentElement.append(host),
    remove() {
      clearTimeout(fading);
      host.remove();
    },
  };
  ui.toolbar(null);
  ui.card(null);
  put('composer', null);
  ui.attach();
  return ui;
}
