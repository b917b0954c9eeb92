import { type Inline, memoBlocks } from './markdown.ts';

const TAGS = { plain: 'span', strong: 'strong', emphasis: 'em' } as const;

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
        const Tag = TAGS[sort];
        return <Tag key={index}>{text}</Tag>;
      })}
    </>
  );
}
