import type { SentenceRule } from '../../../analysis/ruleset.ts';
import { ACTION } from '../../../lexicon/zh/action.ts';
import { ending, firstOf, has, opening } from './cue.ts';

const LACK = '(?:不足|短板|差距|问题|困难|挑战|薄弱环节|薄弱之处|弱项|弱点|矛盾)';
/** Says that there are weaknesses without naming one. */
const ANNOUNCES = new RegExp(
  `(?:存在|面临|有|看到|认识到|发现|查出)[^,;。:]{0,36}${LACK}(?:(?:和|与|及|、|以及)[^,;。:]{0,10}${LACK}?)*(?:[,;:](?:主要|具体|集中|突出)?[^,;。:]{0,12}(?:有|是|为|在|如下|体现|表现)?[^,;。:]{0,4})?[。:]$`,
);
const VAGUE =
  /一些|不少|以下|如下|诸多|许多|一定|几个方面|几方面|主要(?:是|有|表现|体现|存在)|多重|多方面|:$/;
/** An admission inside another part: 但仍存在…不足. */
/** Names what is lacking after all: 存在公开不及时、缺乏专人等问题. */
const NAMES = new RegExp(
  `(?:不(?!足|少|断)[^,;。、]{1,4}|缺[乏少位失]|薄弱|滞后|[偏较][低少弱慢差])[^,;。]{0,24}等(?:方面)?(?:的)?[^,;。、]{0,4}${LACK}`,
);
const ADMITS =
  /(?:仍|还|依然|尚|也|但)(?:然)?(?:存在|面临|有)(?:着|一些|不少|一定的?|较大|较多)?[^,;。]{0,30}(?:不足|短板|差距|问题|困难|薄弱|弱项|不够|不到位|不高|不强|现象)|(?:还|仍|尚)(?:不够|不到位|不足|不强|不高)|(?:有待|仍需|亟待|尚需)(?:进一步)?(?:提高|提升|加强|完善|增强|改进|强化|优化|深化)/;
const ACTS =
  /(?:针对|围绕|聚焦|解决|整治|查纠|破解|整改|排查|化解|治理|补齐|督促|推动|纠正|指出|发现)[^,;。]{0,30}(?:仍|还|存在)/;

/** Only announces weaknesses: 但仍存在一些短板和不足. What follows names them. */
export const announcement: SentenceRule = {
  id: 'announcement',
  category: 'none',
  certainty: 0.8,
  roles: ['shortcomings'],
  matches(sentence) {
    if (sentence.end - sentence.start > 130) return false;
    const words = opening(sentence);
    if (words.endsWith(':')) return true;
    return ANNOUNCES.test(words) && VAGUE.test(words) && !NAMES.test(words);
  },
};

/** The sentence ends by what the weakness needs: 均有待今后加以解决. */
const NEEDS = /(?:有待|亟待|亟需|仍需|还需|尚需|需要)[^,;。]{0,20}(?:解决|改进|完善|克服)[。;]?$/;

/** A remedy inside the part of shortcomings: 针对上述问题, 我局将…. */
export const remedy: SentenceRule = {
  id: 'remedy',
  category: 'plan',
  certainty: 0.8,
  roles: ['shortcomings'],
  matches(sentence) {
    const weak = firstOf(sentence, 'weakness');
    if (weak < firstOf(sentence, 'plan') && NEEDS.test(ending(sentence, 40))) return false;
    const ahead = has(sentence, 'plan');
    return has(sentence, 'remedy')
      ? ahead || weak > firstOf(sentence, 'remedy')
      : ahead && firstOf(sentence, 'plan') < weak;
  },
};

const ITEM = /^(?:[一二三四五六七八九十]{1,2}是|\(?\d{1,2}[)、.]|[①-⑩])?(?:要|应)?/;

/** An item that says what will be done, where remedies are told in the part of shortcomings: 二是加强业务培训。 */
export const remedyItem: SentenceRule = {
  id: 'remedy-item',
  category: 'plan',
  certainty: 0.7,
  roles: ['shortcomings'],
  matches(sentence) {
    if (has(sentence, 'weakness') || has(sentence, 'partial') || has(sentence, 'fault')) return false;
    return !sentence.hasFigure && ACTION.test(opening(sentence, 40).replace(ITEM, ''));
  },
};

/** Work reported inside the part of shortcomings: 近年来, 先后出台…. */
export const concession: SentenceRule = {
  id: 'concession',
  category: 'measure',
  certainty: 0.75,
  roles: ['shortcomings'],
  matches(sentence) {
    if (!has(sentence, 'workDone')) return false;
    return !has(sentence, 'weakness') && !has(sentence, 'but');
  },
};

/** What stands in the part of shortcomings is one. */
export const admitted: SentenceRule = {
  id: 'admitted',
  category: 'shortcoming',
  certainty: 0.9,
  roles: ['shortcomings'],
  matches: () => true,
};

/** An admission in a part that reports or plans: key on a state (仍存在, 有待, 还不够), never on the noun. */
export const admission: SentenceRule = {
  id: 'admission',
  category: 'shortcoming',
  certainty: 0.7,
  roles: ['intro', 'measures', 'leadership_duty', 'other'],
  matches(sentence) {
    if (!has(sentence, 'weakness')) return false;
    const words = opening(sentence);
    return ADMITS.test(words) && !ACTS.test(words);
  },
};
