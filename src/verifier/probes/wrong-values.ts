import type { BadBody, WriteName } from './hostile/body-case.ts';
import { bodyCase } from './hostile/body-case.ts';
import type { HostileCase } from './hostile/hostile-case.ts';
import { runCases } from './hostile/run-cases.ts';
import { wrongTypes } from './hostile/wrong-types.ts';
import type { Probe } from './probe.ts';

/** Bodies without any value. Some frameworks read the first as an empty object. */
const NOTHING: readonly BadBody[] = [
  { variant: 'an empty body', make: () => '' },
  { variant: 'null as the body', make: () => 'null', refused: true },
];

/** Null for a required column, values of the wrong JSON type, and bodies without a value, in creations and updates. */
export const wrongValues: Probe = {
  level: 'strict',
  basis: 'api',
  readsBack: true,
  run: (context) => {
    const { required } = context.drafts.entity;
    const bad = (name: WriteName, bodies: readonly BadBody[]): readonly HostileCase[] =>
      bodies.map((each) => bodyCase(context, name, each));
    const nulls = required === undefined ? [] : [nullFor(required)];
    return runCases(context, [
      ...bad('creation', [...nulls, ...NOTHING, ...wrongTypes(context, 'creation')]),
      ...bad('update', [...nulls, ...NOTHING, ...wrongTypes(context, 'update')]),
      ...bad('batch', NOTHING),
    ]);
  },
};

function nullFor(column: string): BadBody {
  return {
    variant: `null for ${column}`,
    answer: 'validationError',
    basis: 'api',
    fields: [column],
    make: ({ values, wrap }) => wrap(JSON.stringify({ ...values, [column]: null })),
  };
}
