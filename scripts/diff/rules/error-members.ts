import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** A member that an error, or one of its details, always had is read without a question. */
export const errorMembers: Rule = (before, after) =>
  [...inBoth(before.members, after.members), ['details', before.detailMembers, after.detailMembers] as const].flatMap(
    ([name, old, now]) => [
      ...old
        .filter((member) => !now.includes(member))
        .map((member) => ({ impact: 'major', message: `${name} need not have ${member} any more` }) as const),
      ...now
        .filter((member) => !old.includes(member))
        .map((member) => ({ impact: 'minor', message: `${name} always has ${member} now` }) as const),
    ],
  );
