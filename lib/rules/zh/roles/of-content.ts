import type { Role } from '../../../model/text.ts';

const AHEAD =
  /下一?步|我[局厅委院们县市区镇乡办]将|将(?:继续|进一步|着力|围绕)|力争|今后|(?:^|[,;。])(?:要|继续|进一步|加快|争取)/g;
const DONE = /已|了|累计|先后|年内|全年|\d(?:余|多)?(?:件|次|人|个|起|场|名|项|%|万|亿)|荣获|获评|建成|办结/g;

/** Role of a part whose title says nothing: after plans it goes on planning; else what it says, by its own words. */
export function roleOfContent(body: string, before: Role | null): Role {
  if (before === 'plans') return 'plans';
  const ahead = body.match(AHEAD)?.length ?? 0;
  const done = body.match(DONE)?.length ?? 0;
  if (ahead >= 3 && ahead > done * 1.5) return 'plans';
  if (before === 'shortcomings' && done === 0 && ahead > 0) return 'plans';
  return 'measures';
}
