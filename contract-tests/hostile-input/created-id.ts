import { isObject } from '../../src/contract/index.ts';
import type { Answer } from '../../src/server/testing/test-server.ts';

/** The id of the record that an answer carries; NaN where it carries none. */
export function createdId({ body }: Answer): number {
  const data = isObject(body) ? body.data : undefined;
  return isObject(data) ? Number(data.id) : NaN;
}
