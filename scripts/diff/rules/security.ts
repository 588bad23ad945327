import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/**
 * A client that could authenticate must still be able to: every way that an operation accepted must meet the requirements of one
 * that it accepts now. Redocly rates any change of `security` as minor or patch.
 */
export const security: Rule = (before, after) =>
  inBoth(before.security, after.security).flatMap(([operation, old, now]) => {
    const refused = old.filter((way) => !now.some((each) => each.isSubsetOf(way)));
    const isNew = now.some((way) => !old.some((each) => each.isSubsetOf(way) && way.isSubsetOf(each)));
    if (refused.length === 0 && !isNew && old.length === now.length) return [];
    const message = `${operation} now requires ${inWords(now)}, was ${inWords(old)}`;
    return { impact: refused.length > 0 ? 'major' : 'minor', message };
  });

function inWords(ways: readonly ReadonlySet<string>[]): string {
  return ways.map((way) => (way.size === 0 ? 'nothing' : [...way].join(' and '))).join(' or ');
}
