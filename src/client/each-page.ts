import type { SchemaRecordPage } from '../../generated/openapi-types.ts';
import type { CallOptions } from './call/client-options.ts';
import type { Client } from './call/client.ts';
import { UnexpectedResponse } from './result/unexpected-response.ts';
import type { EachPage } from './workspace/each.ts';
import type { InputOf } from './write-request/input.ts';

/**
 * Iterates over the pages of a list, from `input.page` (the first by default) to the last. Each page is requested only when the
 * previous one has been consumed: `for await (const page of eachPage(client, { entityName: 'Customer', size: 100 }))`.
 * @throws {ClientErrorOf<'listRecords'>} when a page cannot be fetched. A page with a different number than requested is an
 * `UnexpectedResponse`: continuing might never end.
 */
export const eachPage = async function* (
  client: Pick<Client, 'listRecords'>,
  input: InputOf<'listRecords'>,
  options?: CallOptions,
): AsyncGenerator<SchemaRecordPage, void, undefined> {
  for (let page = input.page ?? 0; ; page += 1) {
    const result = await client.listRecords({ ...input, page }, options);
    if (!result.ok) throw result.error;
    const { data, response } = result;
    if (data.meta.page !== page) {
      throw new UnexpectedResponse('listRecords', 'wrong-shape', response, JSON.stringify(data));
    }
    yield data;
    if (page + 1 >= data.meta.totalPages) return;
  }
} as EachPage;
