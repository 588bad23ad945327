import type { SchemaStoredRecord } from '../../generated/openapi-types.ts';
import type { CallOptions } from './call/core.ts';
import type { Client } from './create-client.ts';
import { eachPage } from './each-page.ts';
import type { InputOf } from './write-request/input.ts';

/**
 * The records of a list, page after page: `for await (const record of eachRecord(client, { entityName: 'Customer' }))`.
 * `input.size` says how many are fetched at once.
 * @throws {ClientErrorOf<'listRecords'>} where a page can not be had.
 */
export async function* eachRecord(
  client: Pick<Client, 'listRecords'>,
  input: InputOf<'listRecords'>,
  options?: CallOptions,
): AsyncGenerator<SchemaStoredRecord, void, undefined> {
  for await (const { data } of eachPage(client, input, options)) yield* data;
}
