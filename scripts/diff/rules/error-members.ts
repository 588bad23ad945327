import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Clients read required members of errors and details without checking for them. */
export const errorMembers: Rule = (before, after) =>
  [...inBoth(before.members, after.members), ['details', before.detailMembers, after.detailMembers] as const].flatMap(
    ([name, old, now]) => [
      ...old
        .filter((member) => !now.includes(member))
        .map((member) => ({ impact: 'major', message: `${name} no longer ${requires(name)} ${member}` }) as const),
      ...now
        .filter((member) => !old.includes(member))
        .map((member) => ({ impact: 'minor', message: `${name} now ${requires(name)} ${member}` }) as const),
    ],
  );

function requires(name: string): string {
  return name === 'details' ? 'require' : 'requires';
}
