import { defineBackground } from 'wxt/utils/define-background';
import { offerControls } from './controls.ts';
import { welcomeNewcomers } from './first-run.ts';
import { answerNoteMessages } from './notes.ts';
import { answerPageMessages } from './pages.ts';
import { watchSites } from './sites.ts';

// Listeners must stand before the first turn of the event loop ends, else a waking worker misses its event.
export default defineBackground(() => {
  answerPageMessages();
  answerNoteMessages();
  offerControls();
  watchSites();
  welcomeNewcomers();
});
