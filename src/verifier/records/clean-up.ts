import type { Target } from '../../plan/index.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import type { HttpClient } from '../senders/http-client.ts';
import type { CreatedRecord, CreatedUnseen } from './created-record.ts';
import { findRecords } from './find-records.ts';
import { authorized } from './own-request.ts';

/** Deletes what the run created, the youngest first, so that nothing is deleted that another record still references. */
export async function cleanUp(
  target: Target,
  client: HttpClient,
  created: readonly CreatedRecord[],
  unseen: readonly CreatedUnseen[],
): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  const found: CreatedRecord[] = [];
  for (const group of Map.groupBy(unseen, ({ collection }) => collection).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { collection, column } = first;
    const values = group.map(({ value }) => value);
    try {
      const records = await findRecords(target, client.send, { collection, column, values });
      found.push(...records.map(({ id }) => ({ collection, id })));
    } catch (error) {
      const reason = `it was not found again: ${error instanceof Error ? error.message : error}`;
      leftovers.push(...values.map((record) => ({ collection, record, reason })));
    }
  }
  const known = new Map([...created, ...found].map((record) => [`${record.collection}/${record.id}`, record]));
  for (const record of [...known.values()].reverse()) {
    const leftover = await deleteOne(target, client, record);
    if (leftover !== undefined) leftovers.push(leftover);
  }
  return leftovers;
}

async function deleteOne(
  target: Target,
  client: HttpClient,
  { collection, id }: CreatedRecord,
): Promise<Leftover | undefined> {
  const path = `${collection}/${encodeURIComponent(id)}`;
  const problem = await client.send({ method: 'DELETE', path, headers: authorized(target, path) }).then(
    (exchange) => {
      if ('failure' in exchange) return exchange.failure;
      const { status } = exchange.response;
      return status < 300 || status === 404 ? undefined : `answered ${status}`;
    },
    (error: Error) => error.message,
  );
  return problem === undefined ? undefined : { collection, record: String(id), reason: problem };
}
