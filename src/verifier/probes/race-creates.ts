import { contract } from '../../contract/index.ts';
import { writeRequest } from '../../plan/index.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf, pairFacts } from './breach.ts';
import type { Probe } from './probe.ts';

const CREATORS = 50;

const breach = breachesOf({
  operationId: 'createRecord',
  scenario: 'uniqueConstraintViolation',
  basis: 'seed',
  contract: 'A unique column contains each value only once, however many creations arrive at the same time.',
});

/** Of fifty simultaneous creations with the same unique value, one succeeds and the others get a conflict. */
export const raceCreates: Probe = {
  level: 'strict',
  basis: 'seed',
  readsBack: true,
  run: async ({ drafts, burst }) => {
    const request = writeRequest({ ...drafts.validRequest('createRecord'), body: drafts.newValues() });
    const exchanges = await burst(Array.from({ length: CREATORS }, () => request));
    const created = exchanges.filter((exchange) => statusOf(exchange) < 300 && statusOf(exchange) > 0);
    const [, second] = created;
    const conflict = contract.scenarios.uniqueConstraintViolation.status;
    const other = exchanges.find((exchange) => statusOf(exchange) >= 300 && statusOf(exchange) !== conflict);
    return [
      ...(second === undefined
        ? []
        : [
            breach(
              'fiftyAtOnce',
              `${created.length} of ${CREATORS} simultaneous creations with the same unique value succeeded`,
              second,
              { expected: pairFacts('uniqueConstraintViolation') },
            ),
          ]),
      ...(created.length === 0 && exchanges[0] !== undefined
        ? [
            breach(
              'fiftyAtOnce',
              `none of ${CREATORS} simultaneous creations with the same unique value succeeded`,
              exchanges[0],
              {
                expected: { status: contract.operations.createRecord.success },
              },
            ),
          ]
        : []),
      // Only a note: nothing was lost, and a server may reject a burst in its own way.
      ...(other === undefined
        ? []
        : [
            {
              ...breach(
                'fiftyAtOnce',
                `one of ${CREATORS} simultaneous creations ${inWords(other)}, not ${conflict}`,
                other,
                { expected: pairFacts('uniqueConstraintViolation') },
              ),
              basis: 'ours' as const,
            },
          ]),
    ];
  },
};
