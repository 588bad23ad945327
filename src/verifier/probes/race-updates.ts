import type { RecordId, Values } from '../../plan/index.ts';
import { writeRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe, ProbeBreach } from './probe.ts';
import { judgeLosers } from './race/losers.ts';

const ROUNDS = 5;

const rule = {
  operationId: 'updateRecord',
  basis: 'seed',
  contract:
    'A unique column contains each value only once. Updating a record to the value it already has is not a conflict.',
} as const;
const breach = breachesOf({ ...rule, scenario: 'uniqueConstraintViolation' });
const success = breachesOf({ ...rule, scenario: 'success' });

/** Of two simultaneous updates to the same unique value, at most one succeeds. An update to the record's own value succeeds. */
export const raceUpdates: Probe = {
  level: 'strict',
  basis: 'seed',
  readsBack: true,
  run: async ({ drafts, burst, create, send }) => {
    drafts.requireUnique();
    const [one, other] = [await create(), await create()];
    const update = (id: RecordId, body: unknown) => writeRequest({ ...drafts.validRequest('updateRecord'), id, body });
    const race = (bodies: readonly [Values, Values]) => burst([update(one.id, bodies[0]), update(other.id, bodies[1])]);
    const breaches: ProbeBreach[] = [];
    const raced: Exchange[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const change = drafts.change();
      const exchanges = await race([change, change]);
      raced.push(...exchanges);
      const [first] = exchanges;
      if (first === undefined || exchanges.some((exchange) => statusOf(exchange) !== 200)) continue;
      breaches.push(
        breach(
          'twoAtOnce',
          'two records were updated to the same unique value at the same time, and both updates succeeded',
          first,
        ),
      );
      break;
    }
    const withDistinctValues = async (): Promise<readonly Exchange[]> => {
      const distinct: Exchange[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        distinct.push(...(await race([drafts.change(), drafts.change()])));
      }
      return distinct;
    };
    const what = 'two simultaneous updates to the same unique value';
    const losers = {
      operationId: 'updateRecord',
      variant: 'twoAtOnce',
      what,
      exchanges: raced,
      withDistinctValues,
    } as const;
    breaches.push(...(await judgeLosers(losers)));
    const own = drafts.change();
    await send(update(one.id, own));
    const again = await send(update(one.id, own));
    if (statusOf(again) !== 200) {
      breaches.push(
        success('ownValue', `an update to the record's own unique value ${inWords(again)}, not 200`, again, {
          expected: { status: 200 },
        }),
      );
    }
    return breaches;
  },
};
