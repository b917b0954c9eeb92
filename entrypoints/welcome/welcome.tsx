import { useEffect, useState } from 'preact/hooks';
import '../../components/welcome.css';
import { Hints } from '../../components/hints.tsx';
import { MARK_STYLE } from '../../lib/marks/style.ts';
import type { Words } from '../../lib/model/words.ts';
import facts from '../../seeds/reports/trs-linzhu-gaj-2023.expected.json';
import sample from '../../seeds/reports/trs-linzhu-gaj-2023.expected.txt?raw';
import { startSession } from '../annotator.content/session.ts';
import { areHintsDismissed, dismissHints } from '../shared/hints.ts';
import { SPOTLIGHT_STYLE } from '../shared/spotlight-style.ts';

const PARAGRAPHS = sample.split('\n').filter((line) => line.trim() !== '');

/** The first page a reader sees: a made-up report, read and marked like any other, with three hints above it. */
export function Welcome({ words }: { words: Words }) {
  const { welcome } = words;
  const [isHinting, setHinting] = useState(false);
  useEffect(() => {
    void areHintsDismissed().then((areDismissed) => setHinting(!areDismissed));
    // no page of a government: the annotator isn't put in from outside
    const style = document.createElement('style');
    style.textContent = MARK_STYLE + SPOTLIGHT_STYLE;
    document.head.append(style);
    const session = startSession();
    return () => session.stop();
  }, []);
  const dismiss = () => {
    setHinting(false);
    void dismissHints();
  };
  return (
    <div class="welcome">
      <aside>
        <p class="name">{words.name}</p>
        {isHinting && <Hints words={words} onDismiss={dismiss} />}
        <p class="invented">{welcome.invented}</p>
      </aside>
      <main lang="zh-CN">
        <h1>{facts.title}</h1>
        <Article />
      </main>
    </div>
  );
}

/** Drawn once: what is marked in it is not ours to draw again. */
function Article() {
  const [article] = useState(() => (
    <div class="article-content">
      {PARAGRAPHS.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  ));
  return article;
}
