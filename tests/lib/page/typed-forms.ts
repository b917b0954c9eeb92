import { byCount, byWidth, PARAGRAPHS, SIGNED } from '../../fixtures/typed.ts';
import { type Form, page } from './forms.ts';

/** Pages whose text was typed or scanned line by line, and others that only look like it. */

type Lines = (paragraph: string) => string[];
const wide: Lines = (paragraph) => byWidth(paragraph, 56);
const flush: Lines = (paragraph) => byWidth(paragraph, 68, 0);
const counted: Lines = (paragraph) => byCount(paragraph, 26);

/** Each line in an element; the first one of a paragraph in `first`. */
const each = (
  lines: Lines,
  first: (line: string, at: number) => string,
  other: (line: string, at: number) => string = first,
  between = '\n',
  paragraphs: readonly string[] = PARAGRAPHS,
): string =>
  paragraphs
    .flatMap((paragraph) =>
      lines(paragraph).map((line, at) => (at === 0 ? first(line, at) : other(line, at))),
    )
    .join(between);
const [, , , , PROSE = '', , , , LAST = ''] = PARAGRAPHS;
const within = (inner: string): string => page(`<div class="nr">${inner}</div>`);
const p = (line: string): string => `<p>${line}</p>`;
const joined = (inner: string, lines: string[] = PARAGRAPHS): Form => ({ html: within(inner), lines });
/** Lines that are what they seem, between paragraphs that are set otherwise. */
const entries = (lines: string[], wrap: (line: string) => string = p): Form => {
  const [above, below] = [PROSE, LAST].map((line) =>
    wrap('').startsWith('<p') ? `<div>${line}</div>` : p(line),
  );
  return { html: within(`${above}${lines.map(wrap).join('\n')}${below}`), lines: [PROSE, ...lines, LAST] };
};

const FIRST = (line: string): string => `<p>　　${line}</p>`;
const SIGNATURE = SIGNED.map((line) => `<p style="text-align: right">${line}</p>`).join('');
const NUMBERED_PAGE = '<p style="text-align:center">- 2 -</p>';
/** A page of paper ends in the midst of the third paragraph. */
const paged = (html: string): string => html.replace(/(出动执法人员.*?<\/p>)/s, `$1${NUMBERED_PAGE}`);

/** No line goes on in the next, though a sentence ends in each and all are of one width. */
const TOWNS = [
  '各镇乡办理水事纠纷和取水许可的情况如下。数据截至年底。',
  '城关镇调处水事纠纷12件。全部按期办结，群众满意率达98.5%',
  '白石镇调处水事纠纷10件。全部按期办结，群众满意率达97.2%',
  '上坪镇调处水事纠纷14件。全部按期办结，群众满意率达99.1%',
  '河口镇调处水事纠纷11件。全部按期办结，群众满意率达96.8%',
  '东岭乡调处水事纠纷13件。全部按期办结，群众满意率达98.8%',
  '西塘乡调处水事纠纷15件。全部按期办结，群众满意率达97.9%。',
];

export const TYPED_FORMS: Record<string, Form> = {
  'a paragraph element for each typed line, indented': joined(each(wide, FIRST, p)),
  'a paragraph element for each typed line, no white space between': joined(each(wide, FIRST, p, '')),
  'a paragraph element for each typed line, not indented': joined(each(flush, p)),
  'a paragraph element for each typed line, each of so many characters': joined(each(counted, p)),
  'a paragraph element for each typed line, hard spaces before the first': joined(
    each(wide, (line) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${line}</p>`, p),
  ),
  'a paragraph element for each typed line, first lines indented by their style': joined(
    each(
      wide,
      (line) => `<p style="text-indent: 2em">${line}</p>`,
      (line) => `<p style="text-indent:0">${line}</p>`,
    ),
  ),
  'a paragraph element for each typed line, all with one style': joined(
    each(flush, (line) => `<p style="text-indent: 32px; line-height: 2">${line}</p>`),
  ),
  'an element for each typed line, indented by an em space': joined(
    each(
      wide,
      (line) => `<div>&emsp;&emsp;${line}</div>`,
      (line) => `<div>${line}</div>`,
    ),
  ),
  'a paragraph element for each typed line, white space in it': joined(
    each(flush, (line) => `<p>\n    ${line}\n  </p>`),
  ),
  'a paragraph element for each typed line, a line break at its end': joined(
    each(flush, (line) => `<p>${line}<br></p>`),
  ),
  'a paragraph element for each typed line, its words in spans': joined(
    each(wide, FIRST, (line) => `<p><span>${line.slice(0, 9)}</span><span>${line.slice(9)}</span></p>`),
  ),
  'a paragraph element for each typed line, a page number in mid-sentence': joined(
    paged(each(wide, FIRST, p)),
  ),
  'a paragraph element for each typed line, empty ones between paragraphs': joined(
    PARAGRAPHS.map((paragraph) => flush(paragraph).map(p).join('')).join('<p>&nbsp;</p>'),
  ),
  'a paragraph element for each typed line, signed at the right': joined(each(wide, FIRST, p) + SIGNATURE, [
    ...PARAGRAPHS,
    ...SIGNED,
  ]),
  'a positioned element for each typed line, as a converter makes them': {
    html: page(
      `<div class="nr" style="position:relative;height:1200px">${PARAGRAPHS.flatMap((paragraph) =>
        wide(paragraph),
      )
        .map((line, at) => {
          const isFirst = PARAGRAPHS.some((paragraph) => paragraph.startsWith(line));
          return `<div class="t y${at}" style="position:absolute;white-space:pre;top:${at * 24}px;left:${isFirst ? 72 : 40}px">${line}</div>`;
        })
        .join('')}</div>`,
    ),
    lines: PARAGRAPHS,
    needsLayout: true,
  },
  'a paragraph element for each typed line, first lines indented by a style sheet': {
    html: page(
      `<style>.s{text-indent:2em}</style><div class="nr">${each(
        wide,
        (line) => `<p class="s">${line}</p>`,
        (line) => `<p class="c">${line}</p>`,
      )}</div>`,
    ),
    lines: PARAGRAPHS,
    needsLayout: true,
  },
  'typed line by line, preformatted, with a margin': {
    html: page(
      `<pre>${each(
        wide,
        (line) => `          ${line}`,
        (line) => `      ${line}`,
      )}</pre>`,
    ),
    lines: PARAGRAPHS,
  },
  'typed line by line, preformatted, a page number in mid-sentence': {
    html: page(
      `<pre>${each(
        wide,
        (line) => `    ${line}`,
        (line) => line,
      ).replace(/(出动执法人员.*)\n/, '$1\n\n- 2 -\n\n')}</pre>`,
    ),
    lines: PARAGRAPHS,
  },
  'typed line by line, the source set in': joined(
    each(
      wide,
      (line) => `　　${line}`,
      (line) => line,
      '<br>\n        ',
    ),
  ),

  'short paragraphs, a sentence each': entries([
    '全年开展执法检查142次，责令整改问题217个。',
    '办理取水许可1048件，办结率达98.5%。其中网上办理612件。',
    '开展主题宣传23场，发放资料超过1.5万份。',
    '组织水管员培训4期，参训286人次，全部合格。',
    '取消证明事项14项，群众满意度保持在99%以上。',
    '立案查处水事违法案件36起，同比下降8.6%。',
    '调处水事纠纷19件，调处成功率达94.7%。',
  ]),
  'names of projects of about one length, two sentences above': entries([
    '2023年建成水利工程六处。名单如下，按开工时间排列：',
    '栖云县城关镇河道综合治理及堤防加固提升一期工程',
    '栖云县白石镇河道综合治理及堤防加固提升二期工程',
    '栖云县上坪镇小型水库除险加固及信息化改造一工程',
    '栖云县河口镇农村饮水安全巩固提升及管网延伸工程',
    '栖云县东岭乡灌区续建配套与节水现代化改造新工程',
    '栖云县西塘乡水土保持重点小流域综合治理示范工程',
    '以上工程均已完工。其中四处已通过竣工验收。',
  ]),
  'what each town did, two sentences each, without a last stop': entries(TOWNS),
  'what each town did, between line breaks': {
    html: within(`<div>${PROSE}</div><p>${TOWNS.join('<br>')}</p><div>${LAST}</div>`),
    lines: [PROSE, ...TOWNS, LAST],
  },
  'numbered entries of one width': entries([
    '我局2023年为民办实事事项共六件。完成情况如下：',
    '1.完成城关镇河道清淤疏浚12公里，清运淤泥3.5万立方米',
    '2.完成白石镇供水管网改造18公里，惠及群众4.2万余人次',
    '3.完成上坪镇小型水库除险加固6座，恢复库容21万立方米',
    '4.完成河口镇农村饮水提升工程9处，新增供水人口1.1万人',
    '5.完成东岭乡灌区渠道衬砌改造15公里，改善灌溉面积八千亩',
    '6.完成西塘乡水土流失治理31平方公里，栽植苗木六万余株。',
  ]),
  'one year each, as in a record of service': entries([
    '本机关沿革如下。各时期名称以批复为准。',
    '1984.05—1990.03　栖云县水利电力局（设于城关镇人民路）',
    '1990.03—1997.11　栖云县水利局（迁至城关镇河滨东路口）',
    '1997.11—2002.08　栖云县水利水产局（加挂渔政站的牌子）',
    '2002.08—2010.06　栖云县水利局（渔政职能已经全部划出）',
    '2010.06—2019.01　栖云县水务局（供排水管理职能划入局）',
    '2019.01至今　　　栖云县水务局（机构改革后职能整合到位）',
  ]),
  'lines of verse, of one length': entries([
    '水润栖云千山秀，法护清流万户安，河长巡堤朝复暮',
    '依法治水开新局，严格执法守底线，便民服务到田间',
    '一渠清水向东去，两岸青山入画来，普法宣传进万家',
    '乡规民约树新风，节水护水成风尚，共建共治共分享',
    '节水三字歌一首。请大家传唱。',
    '水是生命源头活，点点滴滴要珍惜，人人都是护水员',
    '依法用水讲规矩，从我做起不浪费，子孙后代有福泽',
  ]),
  'a directory, a place in each element': entries(
    [
      '各站所办公地点和电话如下。工作日均可来电咨询。',
      '城关水利站　城关镇人民中路18号　电话0000-6212001',
      '白石水利站　白石镇解放东路26号　电话0000-6212002',
      '上坪水利站　上坪镇前进西街33号　电话0000-6212003',
      '河口水利站　河口镇滨江大道41号　电话0000-6212004',
      '东岭水利站　东岭乡政府大院12号　电话0000-6212005',
      '西塘水利站　西塘乡便民中心07号　电话0000-6212006',
    ],
    (line) => `<div>${line}</div>`,
  ),
  'paragraphs of one length, all set in': entries(
    [
      '全年办理取水许可一千零四十八件，全部按期办结。无一超时',
      '全年开展执法检查一百四十二次，查处违法案件三十六起。无',
      '全年调处水事纠纷一百一十九件，调处成功率九成以上。满意',
      '全年开展主题宣传二十三场，发放宣传资料一万五千份。受众',
      '全年组织业务培训四期，培训水管员二百八十六人次。合格的',
      '全年取消证明事项十四项，推行告知承诺事项二十六项。便民',
      '全年完成河道清淤三十八公里，清运淤泥十二万立方米。达标',
    ],
    (line) => `<p>　　${line}</p>`,
  ),
  'questions and answers': entries([
    '问：取水许可在哪里办理？需要带什么材料',
    '答：在县政务服务中心二楼水务窗口办理，带申请书和身份证明',
    '问：办理取水许可需要多长时间？收不收费用',
    '答：法定时限为四十五个工作日，承诺七个工作日办结，不收费',
    '问：水费怎么缴纳？忘了户号怎么查询得到呢',
    '答：可以在网上营业厅或者银行网点缴纳，户号印在水费单上面',
    '问：发现有人偷排污水怎么举报？有没有奖励',
    '答：拨打举报电话即可，查实以后按照有关规定给予奖励并保密',
  ]),
  'cells of a table that is set without one': {
    html: within(
      `<p>${PARAGRAPHS[0]}</p><div>${[
        '项目',
        '单位',
        '数量',
        '行政许可',
        '件',
        '1048',
        '行政处罚',
        '起',
        '36',
        '说明。注释',
        '本表由局办公室汇总编制统一口径',
        '数据截至二〇二三年十二月三十日',
      ]
        .map((cell) => `<div>${cell}</div>`)
        .join('')}</div><p>${PARAGRAPHS[8]}</p>`,
    ),
    lines: [
      PARAGRAPHS[0] ?? '',
      ...[
        '项目',
        '单位',
        '数量',
        '行政许可',
        '件',
        '1048',
        '行政处罚',
        '起',
        '36',
        '说明。注释',
        '本表由局办公室汇总编制统一口径',
        '数据截至二〇二三年十二月三十日',
      ],
      PARAGRAPHS[8] ?? '',
    ],
  },
  'entries of a list that could be typed lines': {
    html: within(
      `${p(PARAGRAPHS[0] ?? '')}<ul>${flush(PARAGRAPHS[2] ?? '')
        .concat(flush(PARAGRAPHS[8] ?? ''))
        .map((line) => `<li>${line}</li>`)
        .join('')}</ul>`,
    ),
    lines: [PARAGRAPHS[0] ?? '', ...flush(PARAGRAPHS[2] ?? ''), ...flush(PARAGRAPHS[8] ?? '')],
  },
};
