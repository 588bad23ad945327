import type { OwnRecord } from '../../../plan/index.ts';
import { writeExactJson, writeRequest } from '../../../plan/index.ts';
import { inWords, recordOf, statusOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';

/** The rule of the contract about records that no write may change. */
export const NO_TRACE = 'A refused write leaves no trace: no record changes, and none is stored.';

const breach = breachesOf({ operationId: 'getRecord', scenario: 'success', basis: 'api', contract: NO_TRACE });

/**
 * Returns the columns that a record was created with, as text, or says in words that there is no record. `undefined` if the read
 * failed with a server error, which shows nothing about the record.
 */
export async function snapshot({ drafts, send }: ProbeContext, { id, values }: OwnRecord): Promise<string | undefined> {
  const exchange = await send(writeRequest({ ...drafts.validRequest('getRecord'), id }));
  if (statusOf(exchange) === 0 || statusOf(exchange) >= 500) return undefined;
  const data = recordOf(exchange);
  if (data === undefined) return `no record (reading it ${inWords(exchange)})`;
  return writeExactJson(Object.fromEntries(Object.keys(values).map((column) => [column, data[column]])));
}

/** Whether two snapshots show that a record changed. */
export function isChanged(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

/** Remembers records that no request may change. Returns a function that reports those that have changed since. */
export async function watchRecords(context: ProbeContext): Promise<() => Promise<readonly ProbeBreach[]>> {
  const records = (['read', 'taken', 'refused'] as const).map((purpose) => context.drafts.record(purpose));
  const readAll = (): Promise<readonly (string | undefined)[]> =>
    Promise.all(records.map((record) => snapshot(context, record)));
  const before = await readAll();
  return async () => {
    const after = await readAll();
    const changed = records.flatMap((record, index) =>
      isChanged(before[index], after[index]) ? [{ record, index }] : [],
    );
    return Promise.all(
      changed.map(async ({ record: { id }, index }) =>
        breach(
          'untouched',
          `a record that the probe must not change changed from ${before[index]} to ${after[index]}`,
          await context.send(writeRequest({ ...context.drafts.validRequest('getRecord'), id })),
        ),
      ),
    );
  };
}
