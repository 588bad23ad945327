import { contract } from '../../contract/index.ts';
import type { Values } from '../../plan/index.ts';
import { writeRequest } from '../../plan/index.ts';
import { statusOf } from './answer.ts';
import { breachesOf, pairFacts } from './breach.ts';
import type { Probe } from './probe.ts';
import { judgeLosers } from './race/losers.ts';

const CREATORS = 50;

const breach = breachesOf({
  operationId: 'createRecord',
  scenario: 'uniqueConstraintViolation',
  basis: 'seed',
  contract: 'A unique column contains each value only once, however many creations arrive at the same time.',
});

/** Of fifty simultaneous creations with the same unique value, one succeeds and the others get a conflict, not a server error. */
export const raceCreates: Probe = {
  level: 'strict',
  basis: 'seed',
  readsBack: true,
  run: async ({ drafts, burst }) => {
    drafts.requireUnique();
    const creation = (body: Values) => writeRequest({ ...drafts.validRequest('createRecord'), body });
    const request = creation(drafts.newValues());
    const exchanges = await burst(Array.from({ length: CREATORS }, () => request));
    const created = exchanges.filter((exchange) => statusOf(exchange) < 300 && statusOf(exchange) > 0);
    const [, second] = created;
    const losers = await judgeLosers({
      operationId: 'createRecord',
      variant: 'fiftyAtOnce',
      what: `${CREATORS} simultaneous creations with the same unique value`,
      exchanges,
      withDistinctValues: () => burst(Array.from({ length: CREATORS }, () => creation(drafts.newValues()))),
    });
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
      ...losers,
    ];
  },
};
