import type { SchemaStoredRecord } from '../../generated/openapi-types.ts';
import type { CallOptions } from './call/client-options.ts';
import type { Client } from './create-client.ts';
import { eachPage } from './each-page.ts';
import type { InputOf } from './write-request/input.ts';

/**
 * Iterates over the records of a list, page by page:
 * `for await (const record of eachRecord(client, { entityName: 'Customer' }))`.
 * `input.size` sets how many records each request fetches.
 * @throws {ClientErrorOf<'listRecords'>} when a page cannot be fetched
 */
export async function* eachRecord(
  client: Pick<Client, 'listRecords'>,
  input: InputOf<'listRecords'>,
  options?: CallOptions,
): AsyncGenerator<SchemaStoredRecord, void, undefined> {
  for await (const { data } of eachPage(client, input, options)) yield* data;
}
