// `?lang=en` shows the English words; light or dark is the browser's.
import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/composer.css';
import '../../components/panel/panel.css';
import '../../components/panel/list.css';
import '../../components/panel/overview.css';
import '../../components/panel/notices.css';
import '../../components/welcome.css';
import './gallery.css';
import { WORDS } from '../../lib/messages/words-for.ts';
import type { Words } from '../../lib/model/words.ts';
import { formStates } from './form-states.tsx';
import { listStates } from './list-states.tsx';
import { pageStates } from './page-states.tsx';
import { panelStates } from './panel-states.tsx';
import type { States } from './states.ts';

function Gallery({ words }: { words: Words }) {
  const groups: States[] = [panelStates(words), listStates(words), formStates(words), pageStates(words)];
  return (
    <main>
      {groups
        .flatMap((group) => Object.entries(group))
        .map(([component, states]) => (
          <section key={component} class="component" data-component={component}>
            <h2>{component}</h2>
            {Object.entries(states).map(([state, drawn]) => (
              <article key={state} aria-label={`${component}: ${state}`}>
                <p class="state-name">{state}</p>
                <div class="state-drawn">{drawn}</div>
              </article>
            ))}
          </section>
        ))}
    </main>
  );
}

const root = document.getElementById('app');
const words = WORDS[new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'];
document.documentElement.lang = words.htmlLang;
if (root) render(<Gallery words={words} />, root);
