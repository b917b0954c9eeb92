const FILES = import.meta.glob('../../../../shared/pages/**/*.{html,txt,json}', {
  query: '?raw',
  import: 'default',
}) as Record<string, () => Promise<string>>;

const PREFIX = '../../../../shared/pages/';

const NAMES = Object.keys(FILES)
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.slice(PREFIX.length, -'.html'.length))
  .sort();

/** Whether the server hands the files out: they lie beside the project, not in it. */
const isReadable = await fileOf(`${NAMES[0]}.html`).then(
  (html) => html !== null,
  () => false,
);

/** Names of the saved pages, without `.html`; none when they are not there. */
export const PAGE_NAMES = isReadable ? NAMES : [];

if (!isReadable)
  console.warn('SKIPPED: ../shared/pages is not there or not served; no saved page is tested.');

export async function fileOf(name: string): Promise<string | null> {
  return (await FILES[PREFIX + name]?.()) ?? null;
}

/** Opens HTML in a frame of its own, as wide as a desktop window; resolves when it is loaded. */
export async function openHtml(html: string): Promise<Document> {
  for (const old of document.querySelectorAll('iframe.page')) old.remove();
  const frame = document.createElement('iframe');
  frame.className = 'page';
  frame.style.cssText = 'width:1280px;height:800px;border:0';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}

export async function openPage(name: string): Promise<Document> {
  const html = await fileOf(`${name}.html`);
  if (html === null) throw new Error(`no page ${name}`);
  return openHtml(html);
}
