import type { ReportText } from '../../lib/model/text.ts';
import { analysisOf } from './analyser.ts';

// a helper of the library's worker: it gets texts, and gives their analyses
self.addEventListener('message', ({ data }: MessageEvent<ReportText[]>) => {
  self.postMessage(data.map(analysisOf));
});
