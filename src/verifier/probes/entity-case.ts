import { contract } from '../../contract/index.ts';
import { NotProvokable, planFailure } from '../../plan/index.ts';
import type { Probe } from './probe.ts';

/** Entity names are case-sensitive in every operation. */
export const entityCase: Probe = {
  level: 'strict',
  basis: 'seed',
  run: async ({ drafts, expect }) => {
    const names = otherCases(drafts.entity.name);
    if (names.length === 0) throw new NotProvokable(`the name of the entity ${drafts.entity.name} has no letters`);
    const cases = contract.operationIds.flatMap((operationId) =>
      names.map((entityName) =>
        planFailure(
          { operationId, scenario: 'entityNotFound', variant: entityName, basis: 'seed' },
          { request: { ...drafts.validRequest(operationId), entityName }, values: { entityName } },
        ),
      ),
    );
    return (await Promise.all(cases.map(expect))).flat();
  },
};

function otherCases(name: string): readonly string[] {
  const swapped = [...name].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return [...new Set([name.toLowerCase(), name.toUpperCase(), swapped.join('')])].filter((other) => other !== name);
}
