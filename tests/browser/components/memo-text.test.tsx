import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { MemoText } from '../../../components/memo-text.tsx';

const root = document.createElement('div');
afterEach(() => render(null, root));

/** The elements with their words, as short as can be. */
function shown(memo: string): string {
  render(<MemoText memo={memo} />, root);
  return (root.firstElementChild?.innerHTML ?? '').replaceAll(' lang="zh"', '');
}

describe('Markdown in a note', () => {
  test.each([
    ['一段', '<p>一段</p>'],
    ['一段\n同段换行\n\n另一段', '<p>一段<br>同段换行</p><p>另一段</p>'],
    ['少了**6次**，*待查*', '<p>少了<strong>6次</strong>，<em>待查</em></p>'],
    ['- 甲\n- 乙', '<ul><li>甲</li><li>乙</li></ul>'],
    ['3. 丙\n4. 丁', '<ol start="3"><li>丙</li><li>丁</li></ol>'],
    ['# 题目\n正文', '<p class="heading">题目</p><p>正文</p>'],
    ['> 引文\n> 两行', '<blockquote>引文<br>两行</blockquote>'],
    ['见[纲要](https://a.example/1)', '<p>见纲要 (https://a.example/1)</p>'],
    ['2*3*4 和 a * b * c', '<p>2<em>3</em>4 和 a * b * c</p>'],
    ['**没有收尾', '<p>**没有收尾</p>'],
    ['-不是列表\n2024.是年份', '<p>-不是列表<br>2024.是年份</p>'],
    ['', ''],
  ])('%j', (memo, html) => {
    expect(shown(memo)).toBe(html);
  });

  test('what looks like HTML is text', () => {
    expect(shown('<img src=x onerror=alert(1)> **<b>**')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; <strong>&lt;b&gt;</strong></p>',
    );
    expect(root.querySelector('img')).toBeNull();
  });

  test('a hundred thousand characters of marks are shown, too', () => {
    for (const marks of ['**', '[(', '**a ', '*a ']) {
      shown(marks.repeat(25_000));
      expect(root.textContent).toHaveLength(marks.length * 25_000);
    }
  });
});
