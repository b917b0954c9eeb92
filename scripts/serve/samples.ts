import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is true of a page, made by reading it. */
export interface Expected {
  url: string;
  isReport: boolean;
  title?: string | null;
  kind: string | null;
  issuer: string | null;
  level?: string | null;
  year: number | null;
  published?: string | null;
  region?: { province: string | null; city: string | null; county: string | null };
}

export interface Sample {
  name: string;
  file: string;
  expected: Expected;
}

/** The pages of a folder that have a `NAME.expected.json` beside them, by name. */
export function samplesIn(folder: string): Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.expected\.json$/, '');
      return {
        name,
        file: join(folder, `${name}.html`),
        expected: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected,
      };
    });
}
