import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { detect } from '../../../lib/analysis/detect.ts';
import { readFewClues } from '../../../lib/page/clues.ts';
import { detectionRules } from '../../../lib/rules/zh/detection.ts';
import { samplesIn } from '../../../scripts/serve/samples.ts';
import { ROOT } from '../../../scripts/setup/build.ts';

const SHARED = join(ROOT, '..', 'shared', 'pages');
if (!existsSync(SHARED))
  console.warn('SKIPPED: ../shared/pages is missing; only the samples are recognised.');
const pages = [join(ROOT, 'seeds', 'reports'), join(ROOT, 'seeds', 'lookalikes'), SHARED].flatMap(samplesIn);

describe('whole pages: a report or none', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, { file, expected }) => {
    const { document } = parseHTML(readFileSync(file, 'utf8')) as unknown as { document: Document };
    const { isReport, confidence } = detect(readFewClues(document, expected.url), detectionRules);
    expect(isReport && confidence >= 0.5).toBe(expected.isReport);
  });
});
