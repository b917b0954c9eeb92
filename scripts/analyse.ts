import { analyse, type Trace } from '../lib/analysis/analyse.ts';
import { detect } from '../lib/analysis/detect.ts';
import { decodePage, decodeText, looksLikeHtml } from '../lib/import/page-bytes.ts';
import type { Clues } from '../lib/model/clues.ts';
import type { ReportText } from '../lib/model/text.ts';
import { detectionRules } from '../lib/rules/zh/detection.ts';
import { ruleset } from '../lib/rules/zh/index.ts';
import { withTopics } from '../lib/rules/zh/topics.ts';
import { cluesOf, reportTextOf } from '../lib/text/plain-text.ts';
import topics from '../seeds/topics.json' with { type: 'json' };
import { csvRows, note } from './analyse/exports.ts';
import { HELP, readOptions } from './analyse/options.ts';
import { readSource } from './analyse/source.ts';
import { printTrace } from './analyse/trace.ts';

interface Source {
  report: ReportText;
  clues: Clues;
}

const rules = withTopics(ruleset, topics);
const topicNames = Object.fromEntries(topics.map(({ id, zh }) => [id, zh]));
let printed = 0;
const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n\n${HELP}`);
  process.exitCode = 2;
} else if (options.help) {
  process.stdout.write(HELP);
} else {
  for (const file of options.files) {
    try {
      const source = await read(file, options.url);
      const trace: Trace | null = options.trace === null ? null : [];
      const analysis = analyse(source.report, rules, trace);
      const detection = detect(source.clues, detectionRules, source.report);
      const { outline, sentences, figures, documents, documentNumbers, causes } = analysis;
      const { isReport, confidence, evidence, facts } = detection;
      const analysed = { file, url: options.url, report: source.report, analysis, detection };
      if (trace !== null) printTrace(source.report.text, analysis, trace, options.trace ?? '');
      else if (options.format === 'csv') process.stdout.write(csvRows(analysed, topicNames, printed++ === 0));
      else if (options.format === 'md')
        process.stdout.write(`${printed++ === 0 ? '' : '\n'}${note(analysed, topicNames)}`);
      else {
        const out = {
          source: file,
          report: { isReport, confidence, evidence, ...facts },
          ...(options.text ? { text: source.report.text } : {}),
          outline,
          sentences,
          figures,
          documents,
          documentNumbers,
          causes,
        };
        process.stdout.write(`${JSON.stringify(out, null, options.format === 'json' ? 2 : undefined)}\n`);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`analyse: ${reason}\n`);
      process.exitCode = 1;
    }
  }
}

/** Reads a plain text or a saved page; a page is parsed only when there is one, since the parser is slow to load. */
async function read(file: string, url: string | null): Promise<Source> {
  const bytes = readSource(file, file === '-' ? 0 : file);
  if (!looksLikeHtml(file, bytes)) {
    const report = reportTextOf(decodeText(bytes));
    return { report, clues: cluesOf(report, url) };
  }
  const { readPage } = await import('./analyse/page.ts');
  return readPage(decodePage(bytes), url);
}
