import { isObject } from '../../src/contract/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';

/** Returns the id of every customer that a server has, keyed by e-mail address. */
export async function storedCustomers(url: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const { status, body } = await ask({ url }, { path: `/Customer?size=100&page=${page}` });
    if (status !== 200 || !isObject(body) || !Array.isArray(body.data) || !isObject(body.meta))
      throw new Error(`Listing the customers returned ${status}`);
    pages = Number(body.meta.totalPages);
    for (const { email, id } of body.data) found.set(String(email), Number(id));
  }
  return found;
}
