import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFewClues } from '../lib/page/clues.ts';

/**
 * The second look, at pages where the detector saw that they may be reports. Reads only; what the page tells of itself
 * goes to the background, which injected it and decides.
 */
export default defineUnlistedScript(() => readFewClues(document, location.href));
