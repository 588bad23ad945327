import { setImmediate } from 'node:timers/promises';

import type { EntityDefinition } from '../../workspace/index.ts';
import { maximumLength, refuseParameter } from '../../workspace/index.ts';
import type { Collection, ListQuery, Page, Store } from '../store/store.ts';

/** How many bytes of records a response can contain. Writing more would block all other requests. */
const MAXIMUM_MEBIBYTES = 16;
const MAXIMUM_BYTES = MAXIMUM_MEBIBYTES * 1024 ** 2;

/** JSON writes a control character as `\u0001`, which is longer than any character of UTF-8. */
const BYTES_PER_CHARACTER = 6;
/** More than the name, the punctuation, and the value of a column that is not text. */
const BYTES_PER_COLUMN = 128;

/**
 * Reads a page if it can be part of a response. The size is only looked up, and then before the page is read, if the columns of
 * the entity are long enough. A single record is always read.
 * @throws `badRequest`, which names the parameter to narrow
 */
export async function listSmallPage(
  store: Store,
  collection: Collection,
  query: ListQuery,
  parameter: string,
): Promise<Page> {
  const canBeLarge = query.size > 1 && query.size * largestRecord(collection.entity) > MAXIMUM_BYTES;
  if (!canBeLarge) return store.list(collection, query);
  requireSmall(await store.sizeOf(collection, query), parameter);
  const page = await store.list(collection, query);
  // JSON can be longer than the stored text.
  requireSmall(
    page.records.reduce((sum, record) => sum + bytesOf(record), 0),
    parameter,
  );
  // The rest of the work, such as writing JSON, takes as long again.
  await setImmediate();
  return page;
}

/** @throws `badRequest` */
export function requireSmall(bytes: number, parameter: string): void {
  if (bytes > MAXIMUM_BYTES)
    refuseParameter(
      parameter,
      `requests more than ${MAXIMUM_MEBIBYTES} MiB of records; request a smaller page or fewer relations`,
    );
}

/** Returns the bytes of a record in a response. */
export function bytesOf(record: object): number {
  return Buffer.byteLength(JSON.stringify(record));
}

function largestRecord({ columns }: EntityDefinition): number {
  return columns.reduce(
    (sum, column) =>
      sum + BYTES_PER_COLUMN + (column.type === 'TEXT' ? maximumLength(column) * BYTES_PER_CHARACTER : 0),
    BYTES_PER_COLUMN,
  );
}
