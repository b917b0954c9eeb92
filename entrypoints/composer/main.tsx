import { tell } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Words } from '../../lib/model/words.ts';
import { Composer } from '../shared/composer.tsx';
import { mountPage } from '../shared/mount.tsx';

// `#id` or `#id/tags`: which draft, and where the cursor goes
const [id = '', part] = location.hash.slice(1).split('/');

function ComposerPage({ words }: { words: Words }) {
  return (
    <main>
      <h1 class="visually-hidden">{words.composerLabel}</h1>
      <Composer
        id={id}
        words={words}
        focus={part === 'tags' ? 'tags' : 'memo'}
        onClose={() => tell(() => sendMessage('closeComposer', { id }))}
      />
    </main>
  );
}

void mountPage(ComposerPage, (words) => words.composerLabel);
