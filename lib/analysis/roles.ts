import type { Role } from '../model/text.ts';
import type { Heading } from '../text/outline.ts';
import type { RoleRules } from './ruleset.ts';

const BODY = 4000;

/**
 * The role of each heading: by its own title, else (nested) its parent's, else (top level) by what its part says.
 * A nested title may turn away from its parent only to shortcomings, plans or the leader's duty, and nothing turns
 * away from plans.
 */
export function rolesOf(text: string, headings: readonly Heading[], rules: RoleRules): Map<Heading, Role> {
  const roles = new Map<Heading, Role>();
  const open: Heading[] = [];
  let top: Role | null = null;
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.bodyEnd ?? 0) <= heading.start) open.pop();
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    const parent = open.at(-1);
    const inherited = parent === undefined ? null : (roles.get(parent) ?? null);
    const own = rules.ofTitle(heading.title, heading.depth);
    let role: Role;
    if (inherited !== null && heading.depth > 1) role = nested(own, inherited);
    else if (own !== null) role = own;
    else {
      const body = text.slice(heading.end, Math.min(heading.bodyEnd, heading.end + BODY));
      role = rules.ofContent(body, top);
    }
    roles.set(heading, role);
    if (heading.depth === 1 || inherited === null) top = role;
    open.push(heading);
  }
  return roles;
}

function nested(own: Role | null, inherited: Role): Role {
  if (own === null || inherited === 'plans') return inherited;
  if (own === 'measures' || own === 'intro' || own === 'other') return inherited;
  return own;
}
