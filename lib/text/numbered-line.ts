/** Numbered heading or item: 一、 （二） 3. 第一章; the text's skeleton, whatever its length. */
export const isNumbered = (text: string): boolean =>
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节部]|[（(]?\d{1,2}[）)、.．](?!\d))/.test(
    text,
  );
