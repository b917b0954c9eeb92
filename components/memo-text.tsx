import { type Inline, memoBlocks } from './markdown.ts';

const HAN = /\p{Script=Han}/u;

/** A note with its Markdown shown. */
export function MemoText({ memo }: { memo: string }) {
  return (
    <div class="memo">
      {memoBlocks(memo).map((block, index) => {
        if ('entries' in block) {
          const List = block.sort === 'bullets' ? 'ul' : 'ol';
          return (
            <List key={index} start={block.sort === 'numbers' ? block.first : undefined}>
              {block.entries.map((words, each) => (
                <li key={each}>
                  <Words words={words} />
                </li>
              ))}
            </List>
          );
        }
        const Tag = block.sort === 'quote' ? 'blockquote' : 'p';
        return (
          <Tag key={index} class={block.sort === 'heading' ? 'heading' : undefined}>
            {block.lines.map((words, each) => [each > 0 && <br />, <Words key={each} words={words} />])}
          </Tag>
        );
      })}
    </div>
  );
}

function Words({ words }: { words: Inline[] }) {
  return (
    <>
      {words.map(({ sort, text }, index) => {
        if (sort === 'plain') return text;
        if (sort === 'strong') return <strong key={index}>{text}</strong>;
        // Chinese has no slanted letters: how words are stressed follows from their script, not from the interface
        return (
          <em key={index} lang={HAN.test(text) ? 'zh' : undefined}>
            {text}
          </em>
        );
      })}
    </>
  );
}
