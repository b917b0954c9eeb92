import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { cluesOf, reportTextOf } from '../../../lib/text/plain-text.ts';
import { unbrokenText } from '../../../lib/text/unbroken.ts';
import { byCount, byWidth, PARAGRAPHS, SIGNED, TITLED } from '../../fixtures/typed.ts';

const flush = PARAGRAPHS.map((paragraph) => byWidth(paragraph, 68, 0));
const set = PARAGRAPHS.map((paragraph) => byWidth(paragraph, 60));
const lines = (paragraphs: readonly string[][], end = '\n'): string => paragraphs.flat().join(end);
const indented = (indent: string, other = ''): string[][] =>
  set.map((own) => own.map((line, at) => (at === 0 ? indent : other) + line));
/** With what ends a page of paper in the midst of a sentence. */
const paged = (text: string, between: string): string => text.replace(/(出动执法人员.*)\n/, `$1${between}`);

/** What the words of each block are, without white space; a page's number in the midst of one is none of them. */
function paragraphsOf(file: string): string[] {
  const report = reportTextOf(file);
  const { text, blocks } = unbrokenText(report)?.report ?? report;
  return blocks.map(({ start, end }) => text.slice(start, end).replace(/\s/g, ''));
}

const TYPED: [name: string, file: string, paragraphs?: readonly string[]][] = [
  ['not indented', lines(flush)],
  ['indented by ideographic spaces', lines(indented('　　'))],
  ['indented by spaces, with a margin', lines(indented('            ', '        '))],
  ['indented by a tab', lines(indented('\t'))],
  ['each line of so many characters', lines(PARAGRAPHS.map((paragraph) => byCount(paragraph, 26)))],
  ['lines that end as in Windows', lines(indented('　　'), '\r\n')],
  ['a blank line below each paragraph', flush.map((own) => own.join('\n')).join('\n\n')],
  [
    'a blank line below each paragraph, in whose midst a full line ends with a sentence',
    PARAGRAPHS.map((paragraph) => byWidth(paragraph, 64, 0).join('\n')).join('\n\n'),
  ],
  ['a blank line below each line', lines(flush, '\n\n')],
  ['a blank line below each line, indented', lines(indented('    '), '\n\n')],
  ['a page that ends in mid-sentence', paged(lines(flush), '\n\f')],
  ['a page that ends in mid-sentence, with its number', paged(lines(flush), '\n\n- 1 -\n\f')],
  [
    'a page that ends in mid-sentence, with a bare number',
    paged(lines(indented('　　')), '\n\n                1\n\n\f'),
  ],
  ['a page that ends in mid-sentence, with number and count', paged(lines(flush), '\n第 1 页 共 3 页\n')],
  [
    'a title in the middle, a signature at the right',
    [
      `                ${TITLED[0]}`,
      '',
      lines(indented('    ')),
      '',
      ...SIGNED.map((line) => ' '.repeat(40) + line),
    ].join('\n'),
    TITLED,
  ],
];

const AS_THEY_ARE: [name: string, lines: string[]][] = [
  ['a paragraph on each line', [...PARAGRAPHS]],
  [
    'short paragraphs, one sentence or two',
    [
      '全年开展执法检查142次。责令整改217个。',
      '办理取水许可1048件，办结率达98.5%。',
      '组织培训4期，参训286人次。',
      '开展宣传23场，发放资料1.5万份。',
    ],
  ],
  [
    'a table of contents',
    [
      '目　录',
      '一、主要举措和成效……………………………………………1',
      '二、存在的不足和原因…………………………………………4',
      '三、2024年主要安排……………………………………………6',
      '附表一　行政执法情况。说明见表下……………………………8',
      '附表二　行政许可情况统计…………………………………………9',
      '附表三　行政复议情况统计………………………………………10',
    ],
  ],
  [
    'columns of figures',
    [
      '指标名称。单位见表　　　　本年　　　上年　　　增长率',
      '行政许可受理数量　　　　　1048　　　　987　　　6.2%',
      '行政处罚立案数量　　　　　　36　　　　 39　　　-7.7%',
      '行政检查实施次数　　　　　 142　　　　120　　　18.3%',
      '行政强制实施次数　　　　　　12　　　　 15　　-20.0%',
    ],
  ],
  [
    'names, some in each line, all of one width',
    [
      '参加培训的单位如下。排名不分先后：',
      '城关水利站　白石水利站　上坪水利站　河口水利站',
      '东岭水利站　西塘水利站　南山水利站　北湖水利站',
      '青石水利站　柳河水利站　古渡水利站　新桥水利站',
      '高坪水利站　双溪水利站　龙潭水利站　石门水利站',
    ],
  ],
  [
    'two directories, each closed by a sentence',
    [
      '城关水利站：县城东街十二号院内；电话：6212001',
      '白石水利站：白石镇新街三号二楼；电话：6212002',
      '上坪水利站：上坪镇文化路二十号；电话：6212003',
      '以上电话工作日有人接听。节假日除外。',
      '许可窗口一：政务大厅一楼东侧处；电话：6213001',
      '许可窗口二：政务大厅一楼西侧处；电话：6213002',
      '许可窗口三：政务大厅二楼南侧处；电话：6213003',
      '以上窗口周末照常办理。法定假日除外。',
    ],
  ],
  [
    'two lists of works, closed by a sentence each',
    [
      '《栖云县河道管理办法》（县政府令；三月一日起施行）',
      '《栖云县水库调度规程》（县水务局；四月一日起施行）',
      '《栖云县节水奖励细则》（县水务局；五月一日起施行）',
      '以上文件已经公开。全文见附件。',
      '《栖云县山塘管护规定》（县政府令；六月一日起施行）',
      '《栖云县取水计量标准》（县水务局；七月一日起施行）',
      '《栖云县灌区收费办法》（县水务局；八月一日起施行）',
      '以上文件正在修订。意见请寄县局。',
    ],
  ],
  [
    'entries with signs',
    [
      '●组织开展执法检查。覆盖全县十六个乡镇与街道办事处的水站',
      '●组织办理取水许可。推行告知承诺与容缺受理的各项便民举措',
      '●组织开展普法宣传。依托世界水日与中国水周深入基层的村组',
      '以上工作均已完成。',
      '●组织开展业务培训。参训水管员覆盖十六个乡镇水利站的岗位',
      '●组织排查化解纠纷。建立水事纠纷排查化解台账与回访的制度',
      '●组织修订规章制度。废止与上位法不相符合的规范性文件条款',
      '以上工作正在推进。',
    ],
  ],
  [
    'a number that stands alone',
    [
      '全县共有乡镇水利站十六个。其中标准化建设达标的水利站数',
      '12',
      '全县共有村级水管员数。统计口径为年末在岗的水管员总数',
      '286',
      '全县共有水库座数。统计口径为注册登记的大中小型水库数',
      '31',
    ],
  ],
];

describe('a file that was typed line by line', () => {
  it.each(TYPED)('%s', (_name, file, paragraphs = PARAGRAPHS) => {
    expect(reportTextOf(file).text).toBe(file);
    expect(paragraphsOf(file)).toEqual(paragraphs);
  });

  it('has each line as it is when these are known to be paragraphs', () => {
    const file = lines(indented('　　'));
    expect(reportTextOf(file).blocks.length).toBeLessThan(file.split('\n').length);
    expect(reportTextOf(file, true).blocks).toHaveLength(file.split('\n').length);
  });

  it('is analysed and told like the same report with a paragraph on each line', () => {
    const [typed, plain] = [lines(indented('　　')), PARAGRAPHS.join('\n')].map((file) => reportTextOf(file));
    if (!typed || !plain) throw new Error('no text');
    const found = (report: typeof typed) => {
      const { outline, sentences, figures, documents } = analyse(report, ruleset);
      return {
        outline: outline.map(({ title, role }) => [title, role]),
        sentences: sentences.map(({ category, role }) => [category, role]),
        figures: figures.map(({ value, unit, indicator }) => [value, unit, indicator]),
        documents: documents.map(({ title }) => title),
      };
    };
    expect(found(typed)).toEqual(found(plain));
    expect(found(typed).figures.length).toBeGreaterThan(15);
    expect(cluesOf(typed, null).opening).toBe(cluesOf(plain, null).opening);
  });
});

describe('lines that are what they seem', () => {
  it.each(AS_THEY_ARE)('%s', (_name, own) => {
    expect(paragraphsOf(own.join('\n'))).toEqual(own.map((line) => line.replace(/\s/g, '')));
    expect(paragraphsOf(own.join('\n\n'))).toEqual(own.map((line) => line.replace(/\s/g, '')));
  });
});
