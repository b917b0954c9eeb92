import type { RoleTurn } from '../../../analysis/ruleset.ts';
import type { Span } from '../../../model/span.ts';
import type { Role } from '../../../model/text.ts';

const LACK = '(?:不足|短板|差距|问题|困难|挑战|薄弱环节|薄弱|弱项|矛盾|不少隐忧)';
const SEES = `(?:清醒|深刻|必须|也要|同时)[^。;]{0,10}(?:认识到|看到|意识到)[^。]{0,100}${LACK}`;
/** Before the first heading only the fixed words of a report turn, never a mere mention. */
const CONFESSES = new RegExp(`^[^。]{0,30}${SEES}`);
const ADMITS = new RegExp(
  `${SEES}|(?:还|仍|也|依然|尚|但|虽然[^。]{0,60})(?:然)?(?:存在|面临|有)(?:着|一些|不少|很多|诸多|许多|一定的?|以下|较多|较大|明显|多重)?[^。;]{0,36}${LACK}`,
);
const ACTS =
  /(?:解决|整治|查纠|破解|整改|排查|化解|治理|督促|推动|纠正)[^。;]{0,20}(?:存在|面临)|存在[^。;]{0,20}(?:的|等)(?:突出)?问题(?:进行|开展|,?(?:及时|逐一|立即))/;
/** Leads in what is asked for: 审计建议:. */
const ASKS = /^(?:(?:审计|工作|有关|几点)?(?:意见)?(?:和|与|及)?建议)(?:如下)?:/;
const AHEAD =
  /^(?:\(?[一二三四五六]\)?[、.)])?(?:(?:下一步|下步|下一阶段|下阶段|接下来|今后|明年|来年|新的一年|下一年度?)(?:,|工作中,|[^。]{0,24}?(?:将|要|继续|进一步|拟|计划))|(?:20\d\d|新)年度?,[^。]{0,40}(?:将|要)(?:继续|进一步|以|坚持|围绕|紧|深入|全面|认真|按照|不断|持续|切实|聚焦|着力|严格|立足))/;
/** What was found is the object of work: 督促整改审计发现的问题. */
const ACTED = /整改|督促|纠正|解决|处置|治理|推动|落实/;
/** Leads in what an audit or inspection found: 审计发现的主要问题:. */
const FOUND =
  /^(?:[^,。;:]{0,16},)?(?:(?:本次|此次|经)?(?:审计|检查|核查|抽查|调查|督查)(?:结果)?中?)?(?:共|主要)?(?:发现|查出|反映|揭示)的?(?:(?:主要|突出|具体|有关|一些)?(?:的)?问题(?:主要)?(?:是|有|为|如下|包括|表现在|体现在)?:|(?:以下|如下)(?:主要|突出)?问题[:。])$/;
/** The same at the end of a sentence of praise: 总体较好,但审计也发现一些问题:. */
const ALSO_FOUND =
  /(?:但|也|还|同时)[^,。;:]{0,10}(?:发现|查出|反映|揭示)(?:出|了)?(?:存在)?(?:一些|部分|以下|如下|下列|不少)[^,。;:]{0,8}(?:问题|情况)(?:主要)?(?:是|有|为|如下)?:$/;
/** The last words of a paragraph whose list follows in paragraphs of their own. */
const LEADS_IN = /(?::|(?:以下|如下|下列)[^。,;]{0,20}。)$/;
/** Says what will be done, after what is lacking: 为此，我们将采取以下措施积极改进。 */
const WILL_DO = /^(?:为此|对此|针对[^,。;]{2,20}),[^。]{0,12}(?:将|拟)/;
/** The same by its end: 我街道将从以下三方面进行改进：. */
const ANSWERS =
  /(?:将|拟)[^。;:]{0,24}(?:以下|如下|下列|方面)[^。;:]{0,16}(?:改进|整改|完善|提升|着手|入手|发力|努力)[^。;:,]{0,6}[:。]$/;
const LONGEST_LEAD = 60;
const LOOK = 260;

/** The sentence that leads in what will be done about weaknesses, in this paragraph or in those that follow. */
function answerOf(text: string, sentences: readonly Span[]): RoleTurn | null {
  const last = sentences.at(-1);
  if (last === undefined) return null;
  const answer = sentences.find(({ start, end }) => ANSWERS.test(text.slice(Math.max(start, end - 80), end)));
  if (answer !== undefined) return { start: answer.start, role: 'plans', until: 'part' };
  return leadsIn(text, sentences) && WILL_DO.test(text.slice(last.start, Math.min(last.end, last.start + 60)))
    ? { start: last.start, role: 'plans', until: 'part' }
    : null;
}

function leadsIn(text: string, sentences: readonly Span[]): boolean {
  const last = sentences.at(-1);
  return last !== undefined && LEADS_IN.test(text.slice(Math.max(last.start, last.end - 40), last.end));
}

/** Where a paragraph without a heading of its own turns to shortcomings (但还存在一些短板和不足：) or to plans (下一步，我局将…). */
export function turnOf(text: string, block: Span, sentences: readonly Span[], role: Role): RoleTurn | null {
  if (role === 'plans') return null;
  const first = sentences[0];
  if (first === undefined) return null;
  const opening = text.slice(first.start, Math.min(first.end, first.start + 80));
  if (role !== 'intro' && (AHEAD.test(opening) || ASKS.test(opening))) {
    return { start: first.start, role: 'plans', until: leadsIn(text, sentences) ? 'part' : 'heading' };
  }
  const next = role === 'intro' ? null : answerOf(text, sentences);
  if (role === 'shortcomings' || next?.start === first.start) return next;
  for (const [index, sentence] of sentences.entries()) {
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LOOK));
    if (words.length <= LONGEST_LEAD && FOUND.test(words) && !ACTED.test(words))
      return { start: sentence.start, role: 'shortcomings', until: 'part' };
    if (words.endsWith(':') && ALSO_FOUND.test(words))
      return { start: sentence.start, role: 'shortcomings', until: 'part' };
    if (!words.includes('存在') && !words.includes('面临') && !words.includes('有')) continue;
    if (!(role === 'intro' ? CONFESSES : ADMITS).test(words) || ACTS.test(words)) continue;
    const last = index === sentences.length - 1 || text[sentence.end - 1] === ':';
    return {
      ...(next === null ? {} : { next }),
      start: sentence.start,
      role: 'shortcomings',
      until: !last || sentence.end < block.end - 1 ? 'block' : leadsIn(text, sentences) ? 'part' : 'heading',
    };
  }
  return next;
}
