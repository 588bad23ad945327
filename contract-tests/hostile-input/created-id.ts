import { isObject } from '../../src/contract/index.ts';
import type { Answer } from '../../src/server/testing/test-server.ts';

/** Returns the id of the record in a response, or NaN if there is none. */
export function createdId({ body }: Answer): number {
  const data = isObject(body) ? body.data : undefined;
  return isObject(data) ? Number(data.id) : NaN;
}
