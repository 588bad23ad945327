import { deleteRequest } from '../../plan/index.ts';
import type { HttpClient } from '../senders/http-client.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import type { CreatedRecord, CreatedUnseen } from './created-record.ts';
import { findRecords } from './find-records.ts';

/** Deletes the records that the run created, newest first, so that no record is deleted while another references it. */
export async function cleanUp(
  client: HttpClient,
  created: readonly CreatedRecord[],
  unseen: readonly CreatedUnseen[],
): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  const found: CreatedRecord[] = [];
  for (const group of Map.groupBy(unseen, ({ collection }) => collection.path).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { collection, column } = first;
    const values = group.map(({ value }) => value);
    try {
      const records = await findRecords(client.send, { collection, column, values });
      found.push(...records.map(({ id }) => ({ collection, id })));
    } catch (error) {
      const reason = `could not be found: ${error instanceof Error ? error.message : error}`;
      leftovers.push(...values.map((record) => ({ collection: collection.path, record, reason })));
    }
  }
  const known = new Map(
    [...created, ...found].map((record) => [deleteRequest(record.collection, record.id).path, record]),
  );
  for (const record of [...known.values()].reverse()) {
    const leftover = await deleteOne(client, record);
    if (leftover !== undefined) leftovers.push(leftover);
  }
  return leftovers;
}

async function deleteOne(client: HttpClient, { collection, id }: CreatedRecord): Promise<Leftover | undefined> {
  const problem = await client.send(deleteRequest(collection, id)).then(
    (exchange) => {
      if ('failure' in exchange) return exchange.failure;
      const { status } = exchange.response;
      return status < 300 || status === 404 ? undefined : `returned ${status}`;
    },
    (error: Error) => error.message,
  );
  return problem === undefined ? undefined : { collection: collection.path, record: String(id), reason: problem };
}
