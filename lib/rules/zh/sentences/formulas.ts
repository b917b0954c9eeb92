import type { SentenceContext, SentenceRule } from '../../../analysis/ruleset.ts';
import { charSet, isIn, stands } from '../../../text/char-set.ts';
import { ending, has, opening } from './cue.ts';

const SALUTATION = /^(?:各位|尊敬的)[^,。]{1,24}[:!。,]?$|^[^。;]{1,24}:$/;
const GREETS = charSet('各尊');
const LESSON =
  /来之不易[。!]$|^(?:实践证明|实践告诉我们|回顾过去|回首过去|这些成绩|成绩来之不易)|(?:深刻|深切|切身)[^,。]{0,4}(?:体会|感受)(?:到)?/;
const CREDIT =
  /(?:成绩|成效|成果|变化|进步|进展)[^。]{0,60}(?:得益于|归功于|离不开|根本在于|最根本的?是|是[^。]{0,80}(?:结果|领导))|^这(?:是|些都?是)[^。]{2,120}的结果|^在此[,]|代表[^。]{2,30}向[^。]{4,200}(?:感谢|敬意|致敬)/;
const EXHORTS = /(?:不懈|努力|团结)奋斗[!。]$/;
const SETTING = /(?:是|处于|适逢|迎来)[^,。;]{0,60}(?:之年|周年|第一年|交汇期|交汇点|关键期|窗口期|关键时期)/;
const QUOTES_LEADER = /总书记[^,。;]{0,20}(?:指出|强调|要求)/;
const SLOGAN = /^[\u4e00-\u9fff]{2,9}[,;][\u4e00-\u9fff]{2,9}[。!]$/;
const COMPILED =
  /(?:本报告|本公报)[^。]{0,40}(?:组成|编制|所列|统计期限|数据|如需|联系|网站|下载|查阅)|(?:欢迎|如有疑问|如对)[^。]{0,30}(?:联系|咨询|来电)/;

/** A couplet has no verb of work in it. */
const WORKS =
  /推进|推动|加强|促进|完善|建立|深化|落实|强化|提升|提高|开展|实施|健全|优化|加快|扩大|支持|培育|打造|发展|建设|保障|规范|严格|坚持|做好|抓好|繁荣|巩固|改善|增强|构建|统筹|引导|鼓励|组织|举办|完成|实现|取得|获|持续|全面|防范|化解|保护|服务|改革|创新|管理|监管|整治|查处|打击|处置|治理|制定|印发|出台/;

/** Handing over, greeting, asking for approval: 现将有关情况报告如下, 请予审议. */
export const formula: SentenceRule = {
  id: 'formula',
  category: 'none',
  certainty: 0.95,
  matches(sentence) {
    if (has(sentence, 'formula')) return true;
    if (has(sentence, 'compiled') && COMPILED.test(opening(sentence))) return true;
    // in the part of shortcomings a line that ends in a colon announces them
    const { text, start, end, role } = sentence;
    if (role === 'shortcomings' || end - start > 40) return false;
    if (!stands(text, end - 1, ':') && !isIn(GREETS, text.charCodeAt(start))) return false;
    return SALUTATION.test(opening(sentence, 40));
  },
};

const SIGNED =
  /^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|二[〇○0零][^,。]{2,4}年[^,。]{1,3}月[^,。]{1,4}日|[\u4e00-\u9fff ]{3,28}(?:局|厅|委员会|政府|办公室|检察院|法院|办事处|中心|党组|党委|支队|总队)|\(?此件[^。]{0,20}\)?)$/;

const TITLE = /^[^。,;:]{6,60}(?:报告|总结|公报)(?:\([^)]{1,8}\))?$/;

/** The body and the date that sign the report, its title set again, a record number. */
export const signedLine: SentenceRule = {
  id: 'signed-line',
  category: 'none',
  certainty: 0.85,
  matches(sentence) {
    if (sentence.end - sentence.start > 70 || stands(sentence.text, sentence.end - 1, '。')) return false;
    const words = opening(sentence, 70);
    return SIGNED.test(words) || TITLE.test(words) || /^\d+$/.test(words);
  },
};

const ENDS = charSet('。！!？?;；:：”’…');
const LONGEST_LINE = 40;

/** A line without a full stop, a comma or a figure, in a part that reports: a caption, an office, the page's own words. */
export const bareLine: SentenceRule = {
  id: 'bare-line',
  category: 'none',
  certainty: 0.65,
  roles: ['measures', 'leadership_duty'],
  ofLabels: false,
  matches(sentence) {
    const { text, start, end, hasFigure } = sentence;
    if (hasFigure || end - start > LONGEST_LINE) return false;
    return !isIn(ENDS, text.charCodeAt(end - 1)) && !/[,;。]/.test(opening(sentence, LONGEST_LINE));
  },
};

/** Where success is credited, and thanks: 成绩的取得，根本在于…。 */
export const credit: SentenceRule = {
  id: 'credit',
  category: 'none',
  certainty: 0.85,
  matches: (sentence) =>
    has(sentence, 'credit') &&
    (CREDIT.test(opening(sentence)) || (!sentence.hasFigure && LESSON.test(opening(sentence, 60)))),
};

/** 让我们团结奋斗! */
function exhorts(sentence: SentenceContext): boolean {
  const { text, start, end } = sentence;
  return (
    text.startsWith('让我们', start) || (stands(text, end - 2, '斗') && EXHORTS.test(ending(sentence, 5)))
  );
}

function quotesLeader(sentence: SentenceContext): boolean {
  return has(sentence, 'leader') && QUOTES_LEADER.test(opening(sentence, 40));
}

/** What year it is, what was said by whom, a couplet: no work of the body. */
export const setting: SentenceRule = {
  id: 'setting',
  category: 'none',
  certainty: 0.8,
  matches(sentence) {
    const length = sentence.end - sentence.start;
    if (sentence.role === 'plans' && (exhorts(sentence) || quotesLeader(sentence))) return true;
    if (length >= 80) return false;
    if (has(sentence, 'setting') && SETTING.test(opening(sentence))) return true;
    if (length >= 22 || sentence.hasFigure) return false;
    const words = opening(sentence);
    return SLOGAN.test(words) && !WORKS.test(words);
  },
};

/** Before the first part of the report nothing is claimed yet. */
export const overview: SentenceRule = {
  id: 'overview',
  category: 'none',
  certainty: 0.7,
  roles: ['intro'],
  matches: ({ hasFigure }) => !hasFigure,
};
