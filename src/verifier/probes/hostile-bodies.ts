import type { BadBody, WriteName } from './hostile/body-case.ts';
import { bodyCase } from './hostile/body-case.ts';
import type { HostileCase } from './hostile/hostile-case.ts';
import { invalidCreations, invalidRecords } from './hostile/invalid-records.ts';
import { malformedBodies, numbersOutOfRange } from './hostile/malformed-bodies.ts';
import { runCases } from './hostile/run-cases.ts';
import type { Probe } from './probe.ts';

const AN_ARRAY: BadBody = { variant: 'an array instead of an object', make: () => '["text"]', basis: 'seed' };
const AN_OBJECT: BadBody = { variant: 'an object instead of an array', make: ({ record }) => record, basis: 'seed' };

/** Bodies that are not JSON, that have the wrong type, or that are not a valid record: in creations, updates and batches. */
export const hostileBodies: Probe = {
  level: 'hostile',
  basis: 'seed',
  run: (context) => {
    const bad = (name: WriteName, bodies: readonly BadBody[]): readonly HostileCase[] =>
      bodies.map((each) => bodyCase(context, name, each));
    const malformed = malformedBodies(context);
    const invalid = [...invalidRecords(context), ...numbersOutOfRange(context)];
    return runCases(context, [
      ...bad('creation', [...malformed, AN_ARRAY, ...invalid, ...invalidCreations(context)]),
      ...bad('update', [...malformed, AN_ARRAY, ...invalid]),
      // Batches with invalid items are left out: they succeed and report each item, which the cells of the matrix already test.
      ...bad('batch', [...malformed, AN_OBJECT]),
    ]);
  },
};
