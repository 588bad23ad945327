import { describe, expect, it } from '@jest/globals';

import { demoDefinition, parseDefinition } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { onlyRules, verifyWith } from './served.ts';

/** What a definition must change before a rule can be proven, or why it cannot be. */
const REASONS = [
  /^no column of \w+ can hold ten digits that identify a record of the run/,
  /^\w+[.]\w+ is unique, and (?:no values were found that differ from record to record|each record would have to)/,
  /^no value was found that breaks [^]+ of \w+[.]\w+ and shows it$/,
];

describe('the reference server', () => {
  it('obeys every rule of the demo', async () => {
    const { constraints, findings, notes, leftovers } = await verifyWith(demoDefinition);
    expect([findings, notes, leftovers]).toEqual([[], [], []]);
    expect(constraints?.rules.filter(({ outcome }) => outcome !== 'proven')).toEqual([]);
  });

  it.each(arbitraryDefinitions(16, 2).map((definition, index) => [index, definition] as const))(
    'obeys every rule of definition %i that can be tested, and the report names the others',
    async (_index, written) => {
      const definition = await parseDefinition(written);
      const { constraints, findings, notes, leftovers } = await verifyWith(definition, { selection: onlyRules });
      expect([findings, notes, leftovers]).toEqual([[], [], []]);
      const open = (constraints?.rules ?? []).filter(({ outcome }) => outcome !== 'proven');
      expect(open.filter(({ reason = '' }) => !REASONS.some((known) => known.test(reason)))).toEqual([]);
      expect(constraints?.declared).toBe(declaredIn(definition));
    },
  );
});

/** Counts the rules of a definition, as a reader would. */
function declaredIn({ workspaces }: Awaited<ReturnType<typeof parseDefinition>>): number {
  const columns = workspaces.flatMap(({ entities }) => entities.flatMap((entity) => entity.columns));
  const count = columns.map(({ type, nullable, unique, references, constraints = [] }) => [
    'TYPE',
    ...(type === 'TEXT' ? ['LENGTH'] : []),
    ...(nullable === false ? ['REQUIRED'] : []),
    ...(unique === true ? ['UNIQUE'] : []),
    ...(references === undefined ? [] : ['REFERENCES', 'ON_DELETE']),
    ...constraints,
  ]);
  return count.flat().length;
}
