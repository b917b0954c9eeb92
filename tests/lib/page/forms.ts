/** Forms of pages: how a site may set a report. The words are made up; `lines` is what must be read, one block a line. */
export interface Form {
  html: string;
  lines: string[];
  /** Lines that may be read or not. */
  optional?: { line: string; at: number }[];
  /** Needs a browser's style sheets. */
  needsLayout?: true;
}

const INTRO =
  '2023年，云岫县水务局在县委、县政府的领导下，围绕法治政府建设目标，扎实推进依法行政，现将有关情况报告如下：';
const ONE = '一、主要举措和成效';
const ONE_TEXT =
  '全年办理行政许可1286件，办结率达98.5%，开展执法检查42次，责令整改问题17个，水资源管理秩序明显好转。';
const TWO = '二、存在的不足和原因';
const TWO_TEXT =
  '一是基层执法力量仍然不足，部分乡镇水管员法律知识有待提高；二是执法装备更新不够及时，取证手段较为单一。';
const THREE = '三、2024年主要安排';
const THREE_TEXT =
  '继续加强执法队伍建设，组织专题培训不少于4期，完善水事纠纷调处机制，推动河湖管护责任落实到村到组。';
export const LINES = [INTRO, ONE, ONE_TEXT, TWO, TWO_TEXT, THREE, THREE_TEXT];

export const paragraphs = (lines: readonly string[] = LINES): string =>
  lines.map((line) => `<p>　　${line}</p>`).join('\n');
const TITLE = '云岫县水务局2023年法治政府建设情况报告';
const HEAD = `<title>${TITLE}-云岫县水务局</title>`;
const AROUND = {
  before:
    '<div class="top"><a href="/">首页</a><a href="/zw/">政务公开</a><a href="/hd/">互动交流</a></div>' +
    `<div>当前位置：<a href="/">首页</a> &gt; <a href="/a/">信息公开</a> &gt; 正文</div><h2>${TITLE}</h2>` +
    '<div>发布时间：2024-01-30 来源：云岫县水务局 浏览次数：<span>31</span> 字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>',
  after:
    '<div><p>上一篇：<a href="1.html">关于开展节水宣传周活动的通知</a></p><p>下一篇：<a href="2.html">水利工程质量监督情况通报，请各单位认真阅读并抓好落实</a></p></div>' +
    '<div>主办单位：云岫县水务局　网站标识码：9900000001　越ICP备00000000号　地址：云岫县城关镇河滨路，联系电话：0000-0000000，邮编：000000。</div>',
};
export const page = (body: string, head = HEAD): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${AROUND.before}${body}${AROUND.after}</body></html>`;

/** The same without anything but links around. */
const whole = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${HEAD}</head><body><div class="top"><a href="/">首页</a><a href="/zw/">政务公开</a></div>${body}<div class="ft"><p>主办单位：云岫县水务局　承办：办公室</p><p>网站标识码：9900000001　越ICP备00000000号</p></div></body></html>`;
const SHOWN = `<h1>${TITLE}</h1>`;
const NEWS =
  '<li><a href="/n">县水务局召开专题会议研究部署重点工作推进落实情况</a><span>2024-03-10</span></li>'.repeat(
    8,
  );

export const FORMS: Record<string, Form> = {
  'paragraphs in an element without a name': {
    html: page(`<div><div>${paragraphs()}</div></div>`),
    lines: LINES,
  },
  'paragraphs straight in the body': {
    html: page(paragraphs()),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'lines parted by br in one element': {
    html: page(`<div class="cont">${LINES.map((line) => `　　${line}`).join('<br>\n')}</div>`),
    lines: LINES,
  },
  'one paragraph with br, in a layout table': {
    html: page(
      `<table><tr><td width="200"><a href="/x">栏目</a></td><td><p>${LINES.join('<br><br>')}</p></td></tr></table>`,
    ),
    lines: LINES,
  },
  'everything in one block': {
    html: page(`<div id="nr">${LINES.join('　　')}</div>`),
    lines: [LINES.join('　　')],
  },
  'a block for each paragraph, two levels deep': {
    html: page(
      `<section>${LINES.map((line) => `<div><div><span>${line}</span></div></div>`).join('')}</section>`,
    ),
    lines: LINES,
  },
  'a number split over elements': {
    html: page(
      `<div>${paragraphs([INTRO, ONE])}<p>　　全年办理行政许可<span>1</span><font>28</font><b>6</b>件，办结率达<span>98</span><span>.5</span>%，开展执法检查42次，责令整改问题17个。</p>${paragraphs([TWO, TWO_TEXT])}</div>`,
    ),
    lines: [
      INTRO,
      ONE,
      '全年办理行政许可1286件，办结率达98.5%，开展执法检查42次，责令整改问题17个。',
      TWO,
      TWO_TEXT,
    ],
  },
  'headings in tables of their own': {
    html: page(
      `<div><table><tr><td><b>${ONE}</b></td></tr></table>${paragraphs([INTRO, ONE_TEXT])}<table><tr><td><b>${TWO}</b></td></tr></table>${paragraphs([TWO_TEXT])}</div>`,
    ),
    lines: [ONE, INTRO, ONE_TEXT, TWO, TWO_TEXT],
  },
  'share, print and code boxes inside the container': {
    html: page(
      `<div class="TRS_Editor">${paragraphs()}<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div><div>【<a href="javascript:print()">打印</a>】【<a href="#">关闭窗口</a>】</div><div class="ewm">扫一扫在手机打开当前页</div></div>`,
    ),
    lines: LINES,
  },
  'source line and attachments inside the container': {
    html: page(
      `<div id="zoom"><div>信息来源：云岫县水务局　　发布日期：2024-01-30　　点击数：31</div>${paragraphs()}<p>附件：<a href="/a.pdf">云岫县水务局2023年法治政府建设情况报告.pdf</a></p><div>相关链接：</div><ul><li><a href="/3">云岫县水务局2022年法治政府建设情况报告</a></li></ul></div>`,
    ),
    lines: LINES,
  },
  'title and number repeated in the container': {
    html: page(
      `<div class="article">${`<p align="center">${TITLE}</p>`}${paragraphs()}<p>${TITLE}</p><p>20240130118</p></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'signature and date at the end': {
    html: page(
      `<div>${paragraphs()}<p style="text-align:right">云岫县水务局</p><p style="text-align:right">2024年1月25日</p></div>`,
    ),
    lines: LINES,
    optional: [
      { line: '云岫县水务局', at: 7 },
      { line: '2024年1月25日', at: 7 },
    ],
  },
  'hidden by attribute and by style': {
    html: page(
      `<div class="nr">${paragraphs([INTRO, ONE])}<p hidden>此处为编辑备注，不对外显示，请勿引用，以正式文本为准。</p><p>　　全年办理<span style="display:none">（内部编号）</span>行政许可1286件，办结率达98.5%，责令整改问题17个，水资源管理秩序好转。</p>${paragraphs([TWO, TWO_TEXT])}</div>`,
    ),
    lines: [
      INTRO,
      ONE,
      '全年办理行政许可1286件，办结率达98.5%，责令整改问题17个，水资源管理秩序好转。',
      TWO,
      TWO_TEXT,
    ],
  },
  'a copy for phones beside the one for desktops': {
    html: page(`<div class="pc">${paragraphs()}</div><div class="wap">${paragraphs()}</div>`),
    lines: LINES,
  },
  'a hidden copy by style sheet': {
    html: page(
      `<div class="wap">${paragraphs(LINES.slice(0, 4))}</div><div class="pc">${paragraphs()}</div>`,
      `${HEAD}<style>.wap{display:none}</style>`,
    ),
    lines: LINES,
    needsLayout: true,
  },
  'a first paragraph apart from the rest': {
    html: page(
      `<div class="detail"><p>${INTRO}</p><div class="rest">${paragraphs(LINES.slice(1))}</div></div>`,
    ),
    lines: LINES,
  },
  'the text in two containers': {
    html: page(
      `<div class="main"><div class="p1">${paragraphs(LINES.slice(0, 3))}</div><div class="p2">${paragraphs(LINES.slice(3))}</div></div>`,
    ),
    lines: LINES,
  },
  'a sidebar with summaries of news': {
    html: page(
      `<div class="l"><div>${paragraphs([...LINES, ...LINES.slice(1).map((line) => `${line}另悉，`)])}</div></div><div class="r"><h4>要闻</h4><p><a href="/n1">县水务局召开座谈会，研究部署汛期安全工作，要求压实责任。</a></p><p><a href="/n2">节水型机关建设验收，十二家单位达标，群众反映良好。</a></p></div>`,
    ),
    lines: [...LINES, ...LINES.slice(1).map((line) => `${line}另悉，`)],
  },
  'a lead summary in a metadata box': {
    html: page(
      `<div class="box"><table><tr><td>索引号</td><td>99/2024-0001</td><td>发布机构</td><td>云岫县水务局</td></tr><tr><td>内容概述</td><td colspan="3">${INTRO.slice(0, 40)}……</td></tr></table></div><div class="nr">${paragraphs()}</div>`,
    ),
    lines: LINES,
  },
  'a pager below a part of a long report': {
    html: page(
      `<div class="con">${paragraphs()}<div class="page"><a href="#">上一页</a> <span>1</span> <a href="x_2.html">2</a> <a href="x_2.html">下一页</a></div></div>`,
    ),
    lines: LINES,
  },
  'an old page with center and font': {
    html: `<html><head>${HEAD}</head><body><center><font size="5"><b>${TITLE}</b></font></center><hr>${LINES.map((line) => `<font size="3">&nbsp;&nbsp;&nbsp;&nbsp;${line}</font><br>`).join('')}<hr><center>版权所有：云岫县水务局，未经许可不得转载。</center></body></html>`,
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'a preformatted text': {
    html: page(`<pre>${LINES.map((line) => `　　${line}`).join('\n')}</pre>`),
    lines: LINES,
  },
  'line breaks kept by style': {
    html: page(`<div style="white-space:pre-line">${LINES.join('\n')}</div>`),
    lines: LINES,
    needsLayout: true,
  },
  'a table with its unit at the end': {
    html: page(
      `<div>${paragraphs()}<p>附表</p><p>单位：件</p><table><tr><td>事项</td><td>数量</td></tr><tr><td>行政许可</td><td>1286</td></tr></table></div>`,
    ),
    lines: [...LINES, '附表', '单位：件', '事项', '数量', '行政许可', '1286'],
  },
  'a lead in an element of its own': {
    html: page(
      `<div class="a"><div class="lead">${INTRO}</div><div class="t">${paragraphs(LINES.slice(1))}</div></div>`,
    ),
    lines: LINES,
  },
  'a summary that repeats the opening': {
    html: page(
      `<div class="a"><div class="sum">摘要：${INTRO}</div><div class="t">${paragraphs()}</div></div>`,
    ),
    lines: LINES,
  },
  'more prose in summaries of news than in the report': {
    html: page(
      `<div class="a">${paragraphs()}</div><div class="n">${'<div><a href="/n">要闻</a><p>近日，县水务局开展专项检查活动，现场督促整改隐患，要求压实责任、举一反三，确保安全度汛。</p></div>'.repeat(8)}</div>`,
    ),
    lines: LINES,
  },
  'list items': {
    html: page(
      `<div>${paragraphs([INTRO, ONE])}<ol><li>${ONE_TEXT}</li><li>${TWO_TEXT}</li></ol>${paragraphs([THREE, THREE_TEXT])}</div>`,
    ),
    lines: [INTRO, ONE, ONE_TEXT, TWO_TEXT, THREE, THREE_TEXT],
  },
  'title and text side by side in one wrapper, a notice above': {
    html: whole(
      `<div class="w"><div class="gg">清明节期间文明祭扫的公告已经发布，请广大市民遵守有关规定，共同营造安全有序的环境。</div>${SHOWN}<div class="zw">${paragraphs()}</div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'hot topics under the text, in the same wrapper': {
    html: whole(
      `<div class="w">${SHOWN}<div class="zw">${paragraphs()}</div><div class="rd"><h3>热点专题</h3>${'<p><a href="/t">贯彻落实全会精神专题专栏，全面推进各项工作</a></p>'.repeat(4)}</div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'an explanation of it under the text, in the same wrapper': {
    html: whole(
      `<div class="w">${SHOWN}<div class="zw">${paragraphs()}</div><div class="jd"><h4>相关解读</h4><p>一图看懂这份报告：县水务局梳理了全年工作，从许可、执法、普法三个方面介绍主要做法，供社会各界参考。</p></div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'a table of metadata, labels and values in cells': {
    html: whole(
      `<div class="w"><table><tr><th>索引号</th><td>99-01-2024-0001</td><th>主题分类</th><td>水利</td></tr><tr><th>发文机关</th><td>云岫县水务局</td><th>成文日期</th><td>2024-01-30</td></tr><tr><th>标题</th><td colspan="3">${TITLE}</td></tr></table>${SHOWN}<div class="zw">${paragraphs()}</div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'a list of metadata, labels and values in elements of their own': {
    html: whole(
      `<div class="w"><dl><dt>索引号：</dt><dd>99-01-2024-0001</dd><dt>主题分类：</dt><dd>水利</dd><dt>名称：</dt><dd>${TITLE}</dd></dl>${SHOWN}<div class="zw">${paragraphs()}</div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'likes, a player and a reading time in the container': {
    html: whole(
      `<div class="w">${SHOWN}<div class="zw"><div>朗读全文 <span>00:00</span> / <span>05:12</span></div><div>阅读时长约 6 分钟</div>${paragraphs()}<div>点赞 12</div><div>评论(3)</div><div>转发 5　收藏 2</div></div></div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'an article element with a head and a foot of its own': {
    html: whole(
      `<nav><ul>${NEWS}</ul></nav><article><header>${SHOWN}<time>2024-01-30</time></header>${paragraphs()}<footer>责任编辑：办公室</footer></article><aside><ul>${NEWS}</ul></aside>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'layout tables within each other, counter and controls around': {
    html: whole(
      `<table><tr><td><table><tr><td>栏目导航</td></tr><tr><td><ul>${NEWS}</ul></td></tr></table></td><td><table><tr><td align="center"><font size="5"><b>${TITLE}</b></font></td></tr><tr><td align="center">发布时间：2024-01-30　来源：本站　点击数：132</td></tr><tr><td>　　${LINES.join('<br>　　')}</td></tr><tr><td align="right">【打印】【关闭】</td></tr></table></td></tr></table>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'comments of readers, more than the report': {
    html: whole(
      `<div class="w">${SHOWN}<div class="zw">${paragraphs()}</div></div><div class="ly">${'<div><b>网友</b><p>这份报告写得比较实在，希望有关部门继续努力，把群众反映的问题一件一件解决好，明年能看到改善。</p></div>'.repeat(20)}</div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'a part of the text in each panel of an accordion': {
    html: whole(
      `<div class="w">${SHOWN}${[[INTRO], [ONE, ONE_TEXT], [TWO, TWO_TEXT], [THREE, THREE_TEXT]].map((part) => `<section class="panel"><div class="panel-body">${paragraphs(part)}</div></section>`).join('')}</div>`,
    ),
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
  'an application’s page, paragraphs as div': {
    html: `<!DOCTYPE html><html><head>${HEAD}</head><body><noscript>本站需要启用脚本才能浏览，请在浏览器设置中开启后刷新页面。</noscript><div id="app"><header><a href="/">首页</a></header><main class="detail"><div class="detail-title">${TITLE}</div><div class="detail-info"><span>来源：办公室</span><span>2024-01-30</span><span>浏览 132</span></div><div class="detail-rich">${LINES.map((line) => `<div>${line}</div>`).join('')}</div><div class="oper"><button>打印</button><button>收藏</button></div></main><aside><ul>${NEWS}</ul></aside></div></body></html>`,
    lines: LINES,
    optional: [{ line: TITLE, at: 0 }],
  },
};

export const TABLE_FORM = page(
  `<div>${paragraphs([INTRO, ONE])}<table><tr><th rowspan="2">事项</th><th colspan="2">数量</th></tr><tr><td>上半年</td><td>下半年</td></tr><tr><td>行政许可</td><td>610</td><td>676</td></tr></table>${paragraphs([TWO, TWO_TEXT])}</div>`,
);
