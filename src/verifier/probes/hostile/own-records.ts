import type { OwnRecord } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import { inWords, recordOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';

/** What the contract says of records that nobody changed. */
export const NO_TRACE = 'A refused write leaves no trace: no record changes, and none is stored.';

const breach = breachesOf({ operationId: 'getRecord', scenario: 'success', basis: 'api', contract: NO_TRACE });

/** A record of the run's own by the columns that it was created with, as text; or what answers in its place. */
export async function snapshot({ drafts, send }: ProbeContext, { id, values }: OwnRecord): Promise<string> {
  const exchange = await send(writeRequest({ ...drafts.validRequest('getRecord'), id }));
  const data = recordOf(exchange);
  if (data === undefined) return inWords(exchange);
  return JSON.stringify(Object.fromEntries(Object.keys(values).map((column) => [column, data[column]])));
}

/** Remembers records that nothing is aimed at; the function that it gives tells which of them changed since. */
export async function watchRecords(context: ProbeContext): Promise<() => Promise<readonly ProbeBreach[]>> {
  const records = (['read', 'taken', 'refused'] as const).map((purpose) => context.drafts.record(purpose));
  const look = (): Promise<readonly string[]> => Promise.all(records.map((record) => snapshot(context, record)));
  const before = await look();
  return async () => {
    const after = await look();
    const changed = records.flatMap((record, index) => (before[index] === after[index] ? [] : [{ record, index }]));
    return Promise.all(
      changed.map(async ({ record: { id }, index }) =>
        breach(
          'untouched',
          `after the probe, a record that nothing was aimed at is not as it was: ${before[index]} became ${after[index]}`,
          await context.send(writeRequest({ ...context.drafts.validRequest('getRecord'), id })),
        ),
      ),
    );
  };
}
