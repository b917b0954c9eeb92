import { type Form, LINES, page, paragraphs } from './forms.ts';

/** What stands in the midst of a text, or is set by hand, as sites of many years have it. */
const [INTRO = '', ONE = '', ONE_TEXT = '', ...REST] = LINES;

const within = (inner: string): string => page(`<div class="nr">${inner}</div>`);
/** The text with `inner` after its first figures. */
const amid = (inner: string): string =>
  within(`${paragraphs([INTRO, ONE, ONE_TEXT])}${inner}${paragraphs(REST)}`);
const withFigures = (html: string, figures: string): Form => ({
  html: amid(`<p>${html}</p>`),
  lines: [INTRO, ONE, ONE_TEXT, figures, ...REST],
});
const between = (html: string, extra: Partial<Form> = {}): Form => ({
  html: amid(html),
  lines: LINES,
  ...extra,
});
const after = (html: string): Form => ({ html: within(paragraphs() + html), lines: LINES });

/** Lines as someone typed them, each as wide as the page. */
const typed = (indent: string, end: string, per: number): string =>
  LINES.map((line) => indent + (line.match(new RegExp(`.{1,${per}}`, 'g')) ?? []).join(end)).join(end);

/** No line goes on in the next, though all are about as long. */
const INDICATORS = [
  '全县地区生产总值完成1234.5亿元，增长6.1%',
  '规模以上工业增加值完成456.7亿元，增长7.2%',
  '固定资产投资完成789.1亿元，比上年增长8.3%',
  '社会消费品零售总额完成345.6亿元，增长5.4%',
  '一般公共预算收入完成98.7亿元，增长4.6%。',
];
const ITEMS = [
  '扫一扫查用水信用，年内推出3项服务。',
  '分享典型经验7次。',
  '评论区留言办结62条。',
  '下一步',
  '附件材料减少40%。',
  '目录清单更新2次。',
  '更多事项网上办。',
];
const STATIONS = ['河口', '白石', '上坪', '城关'].map((name) => `云岫县${name}镇人民政府水利管理服务工作站`);

export const ODD_FORMS: Record<string, Form> = {
  'a raised reference to a note after a figure': withFigures(
    '培训水管员286<sup><a href="#n1" id="r1">1</a></sup>人次，出动416<sup>[2]</sup>人次，巡河952<sup>③</sup>次。',
    '培训水管员286人次，出动416人次，巡河952次。',
  ),
  'a reference to a note as a word processor writes it': withFigures(
    '培训水管员286<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference"><span lang="EN-US">[1]</span></span></a>人次，比上年增加31人次。',
    '培训水管员286人次，比上年增加31人次。',
  ),
  'a raised number of a unit': withFigures(
    '清理河道乱堆物料1200m<sup>2</sup>，处理污水3.5万m<sup>3</sup>，完成率92<sup>%</sup>。',
    '清理河道乱堆物料1200m2，处理污水3.5万m3，完成率92%。',
  ),
  'figures that are links': withFigures(
    '办结<a href="/list">286</a>件，其中<a href="#p2">网上办理的</a><a href="/b">12</a>件，均按期办结。',
    '办结286件，其中网上办理的12件，均按期办结。',
  ),
  'marks that link to a heading': {
    html: within(
      LINES.map((line, at) => `<p id="p${at}">${line}<a class="headerlink" href="#p${at}">¶</a></p>`).join(
        '',
      ),
    ),
    lines: LINES,
  },
  'a reading above a rare character': withFigures(
    '在<ruby>㳇<rp>（</rp><rt>fù</rt><rp>）</rp></ruby>溪村开展节水试点，建成示范工程2处。',
    '在㳇溪村开展节水试点，建成示范工程2处。',
  ),
  'a figure struck out beside the right one': withFigures(
    '办理取水许可<del>268</del><ins>286</ins>件，延续<s>13</s>31件，按期办结。',
    '办理取水许可286件，延续31件，按期办结。',
  ),
  'a large first character': {
    html: within(
      `<style>.big{float:left;font-size:3em}</style><p><span class="big">2</span>${INTRO.slice(1)}</p>${paragraphs(LINES.slice(1))}`,
    ),
    lines: LINES,
    needsLayout: true,
  },
  'a line for copiers far off the page': between(
    '<style>.off{position:absolute;left:-9999px}</style><p class="off">此行由复制得来，共1286字，请以原网页所载为准。</p>',
    { needsLayout: true },
  ),
  'a watermark over the text': between(
    '<div style="position:absolute;pointer-events:none;opacity:.1;top:40px">云岫县水务局 工作账号0086 请勿外传</div>',
    { needsLayout: true },
  ),
  'a share bar of links without addresses': between(
    '<div class="bar9"><span>分享到：</span><a>微信好友</a><a>新浪微博</a><a>腾讯微博</a><a>QQ空间</a></div>',
  ),
  'a player that reads aloud': between(
    '<div class="v9"><button>朗读</button><span>00:00 / 05:32</span> <span>语速：1.0</span></div>',
  ),
  'a player of pictures': between(
    '<div class="v9"><span>00:12</span>/<span>03:20</span><span>倍速</span><span>高清</span><span>全屏</span></div>',
  ),
  'a quotation from the text beside it': between('<aside>办结率达98.5%</aside>'),
  'links to documents in the midst': {
    html: amid(
      '<h4>出台文件</h4><ul><li><a href="/1">《云岫县节水办法》</a></li><li><a href="/2">《云岫县河湖管护细则》</a></li></ul>',
    ),
    lines: [INTRO, ONE, ONE_TEXT, '出台文件', '《云岫县节水办法》', '《云岫县河湖管护细则》', ...REST],
  },
  'parts that are shown when they are scrolled to': {
    html: within(
      LINES.map(
        (line, at) => `<div class="wow" style="${at > 3 ? 'visibility:hidden' : ''}"><p>${line}</p></div>`,
      ).join(''),
    ),
    lines: LINES,
    needsLayout: true,
  },
  'numbers of printed pages': between('<p align="center">- 1 -</p><p align="center">— 2 —</p>'),
  'a table of contents above': {
    html: within(
      `<div><b>目　录</b><ul><li><a href="#a">${ONE}</a></li><li><a href="#b">${REST[0]}</a></li></ul></div>${paragraphs()}`,
    ),
    lines: LINES,
  },
  'the end of a pasted message': after(
    '<section><p>END</p></section><section><p>点分享</p><p>点收藏</p><p>点在看</p><p>点点赞</p></section>',
  ),
  'a declaration at the end': after('<p>声明：转载请注明来源于云岫县水务局网站，违者必究。</p>'),
  'whose copy it is, at the end': after('<p>本文由云岫县水务局网站首发，如需转载请注明出处。</p>'),
  'a link for more': after('<div><a href="/more">更多&gt;&gt;</a></div>'),
  'items that begin with words of controls': {
    html: amid(`<ul>${ITEMS.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    lines: [INTRO, ONE, ONE_TEXT, ...ITEMS, ...REST],
  },
  'a long row of digits': withFigures(`${'1234567890'.repeat(4)}号`, `${'1234567890'.repeat(4)}号`),
  'glyphs of an icon font before the lines': {
    html: within(LINES.map((line) => `<p><i class="icon">&#xe60a;</i>${line}</p>`).join('')),
    lines: LINES,
  },
  'typed line by line, indented': { html: within(typed('　　', '<br>', 24)), lines: LINES },
  'indicators in lines of about one length': {
    html: within([...LINES, ...INDICATORS].join('<br>')),
    lines: [...LINES, ...INDICATORS],
  },
  'indicators in lines of about one length, nothing else': {
    html: page(`<div class="nr">${paragraphs()}<div class="sj">${INDICATORS.join('<br>')}</div></div>`),
    lines: [...LINES, ...INDICATORS],
  },
  'typed line by line, not indented': { html: within(typed('', '<br>\n', 22)), lines: LINES },
  'typed line by line, preformatted': {
    html: page(`<pre>${typed('    ', '\n', 26)}</pre>`),
    lines: LINES,
  },
  'names in lines of one width': {
    html: within([INTRO, ...STATIONS, ...LINES.slice(1)].join('<br>')),
    lines: [INTRO, ...STATIONS, ...LINES.slice(1)],
  },
};
