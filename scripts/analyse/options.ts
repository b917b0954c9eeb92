export const HELP = `Usage: analyse [--format jsonl|json|csv|md] [--url ADDRESS] [--text] [--trace [WORDS]] FILE...

Reads reports (.txt, .html; - for standard input) and prints what they contain, one JSON object per file, in order.
  --format jsonl   one object a line (default); json: indented; csv: one row per finding; md: a reading note per file
  --url ADDRESS    the address a single saved page came from
  --text           include the text
  --trace          instead of JSON, print for each sentence which rules spoke, what was kept, what was dropped and why;
  --trace=WORDS    only for sentences that hold these words
`;

export const FORMATS = ['jsonl', 'json', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  files: string[];
  format: Format;
  url: string | null;
  text: boolean;
  /** `null`: no trace; '': of all sentences. */
  trace: string | null;
  help: boolean;
}

/** The command line's options; a sentence for the reader when they make no sense. */
export function readOptions(args: readonly string[]): Options | string {
  const options: Options = { files: [], format: 'jsonl', url: null, text: false, trace: null, help: false };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [name, value] = arg.startsWith('--') && arg.includes('=') ? splitOnce(arg) : [arg, undefined];
    if (name === '--format' || name === '--url') {
      const given = value ?? args[++i];
      if (given === undefined) return `${name} needs a value`;
      if (name === '--url') options.url = given;
      else {
        const format = FORMATS.find((each) => each === given);
        if (format === undefined) return `unknown format ${given}: ${FORMATS.join(', ')} are known`;
        options.format = format;
      }
    } else if (name === '--text') options.text = true;
    else if (name === '--trace') options.trace = value ?? '';
    else if (name === '--help' || name === '-h') options.help = true;
    else if (arg.startsWith('--')) return `unknown option ${arg}`;
    else options.files.push(arg);
  }
  if (options.help) return options;
  if (options.files.length === 0) return 'no file given';
  if (options.url !== null && !isWebAddress(options.url)) {
    return `--url takes a page’s whole address, such as https://www.example.gov.cn/report.html, not ${options.url}`;
  }
  if (options.url !== null && options.files.length > 1) return '--url goes with a single file';
  return options;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function splitOnce(arg: string): [string, string] {
  const at = arg.indexOf('=');
  return [arg.slice(0, at), arg.slice(at + 1)];
}
