import { describe, expect, it } from '@jest/globals';

import type { EntityDefinition } from '../../src/workspace/index.ts';
import { demoDefinition, parseDefinition } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { onlyRules, verifyWith } from './served.ts';
import { shopWith } from './shop.ts';

/** What a definition must change before a rule can be proven, or why it cannot be. */
const REASONS = [
  /^no column of \w+ was found to hold the 14 digits that identify a record of the run/,
  /^\w+[.]\w+ is unique, and (?:no values were found that differ from record to record|each record would have to)/,
  /^no value was found that breaks [^]+ of \w+[.]\w+ and shows it$/,
];

describe('the reference server', () => {
  it('obeys every rule of the demo', async () => {
    const { constraints, findings, notes, leftovers } = await verifyWith(demoDefinition);
    expect([findings, notes, leftovers]).toEqual([[], [], []]);
    expect(constraints?.rules.filter(({ outcome }) => outcome !== 'proven')).toEqual([]);
  });

  it('obeys the rules of records that only a reference identifies, which the run deletes', async () => {
    const note: EntityDefinition = { name: 'Note', table: 'notes', columns: [{ name: 'text', type: 'TEXT' }] };
    const code = {
      name: 'code',
      type: 'TEXT',
      unique: true,
      constraints: [{ type: 'PATTERN', value: '^[a-z]{8}$' }],
    } as const;
    const vote: EntityDefinition = {
      name: 'Vote',
      table: 'votes',
      columns: [
        { name: 'yes', type: 'BOOLEAN', nullable: false },
        code,
        { name: 'note_id', type: 'INTEGER', references: 'Note' },
      ],
    };
    const { constraints, findings, notes, leftovers } = await verifyWith(
      // One of the two references is the one that all scenarios are provoked with.
      shopWith(() => [vote, { ...vote, name: 'Mark', table: 'marks' }, note]),
      { selection: onlyRules },
    );
    expect([findings, notes, leftovers]).toEqual([[], [], []]);
    const open = constraints?.rules.filter(({ outcome }) => outcome !== 'proven');
    expect(open).toMatchObject(
      ['Vote', 'Mark'].map((entity) => ({
        entity,
        column: 'code',
        constraint: 'UNIQUE',
        reason: expect.stringMatching(/records of a batch; creation and update are tested/),
      })),
    );
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
