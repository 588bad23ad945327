import type { SchemaStoredRecord } from '../../generated/openapi-types.ts';
import type { CallOptions } from './call/client-options.ts';
import type { Client } from './call/client.ts';
import { eachPage } from './each-page.ts';
import { UnexpectedResponse } from './result/unexpected-response.ts';
import type { EachRecord } from './workspace/each.ts';
import type { InputOf } from './write-request/input.ts';

/**
 * Iterates over the records of a list, page by page:
 * `for await (const record of eachRecord(client, { entityName: 'Customer' }))`.
 * `input.size` sets how many records each request fetches. Without `input.sort`, the records come in the order of their ids, and each
 * request asks for those after the last id, so that records may be created and deleted meanwhile, even by the loop itself. With
 * `input.sort`, requests count pages: a deleted record moves the following ones, and the next page skips some.
 * @throws {ClientErrorOf<'listRecords'>} when a page cannot be fetched. A page whose ids do not rise is an `UnexpectedResponse`:
 * continuing might never end.
 */
export const eachRecord = async function* (
  client: Pick<Client, 'listRecords'>,
  input: InputOf<'listRecords'>,
  options?: CallOptions,
): AsyncGenerator<SchemaStoredRecord, void, undefined> {
  if (input.sort !== undefined) {
    for await (const { data } of eachPage(client, input, options)) yield* data;
    return;
  }
  let last = 0;
  for (let query = { ...input, sort: 'id,asc' }; ;) {
    const result = await client.listRecords(query, options);
    if (!result.ok) throw result.error;
    const { data, response } = result;
    for (const { id } of data.data) {
      if (id <= last) throw new UnexpectedResponse('listRecords', 'wrong-shape', response, JSON.stringify(data));
      last = id;
    }
    if (data.data.length === 0) return;
    yield* data.data;
    query = { ...query, page: undefined, filter: { ...input.filter, 'id.gt': last } };
  }
} as EachRecord;
