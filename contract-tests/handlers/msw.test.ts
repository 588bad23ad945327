import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { http } from 'msw';
import { setupServer } from 'msw/node';

import { workspaceHandlers } from '../../src/handlers/index.ts';
import type { Mock } from '../../src/mock/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import type { WalkedRequest } from './walked-requests.ts';
import { demoRequests, requestsOf } from './walked-requests.ts';
import { essence, isExpressible, walk } from './walk.ts';

const BASE = 'https://api.example.com/api/v1';

/** For each request to the one above, Node prepares a connection with TLS, although MSW makes none. */
const CHEAP_BASE = 'http://api.example.com/api/v1';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Sends the requests to the mock and to handlers, and returns what differs. */
async function differences(
  requests: readonly WalkedRequest[],
  baseUrl: string,
  definition?: object,
): Promise<readonly unknown[]> {
  const expected = await walk(mock.url, requests);
  const server = setupServer(...workspaceHandlers(http, { baseUrl, ...(definition && { definition }) }));
  server.listen();
  const received = await walk(baseUrl, requests).finally(() => server.close());
  return requests.flatMap((request, index) => {
    const [one, other] = [essence(expected[index]), essence(received[index])];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ request, expected: one, received: other }];
  });
}

describe('MSW in Node', () => {
  it('answers every scenario of every operation of the demo, in every variant, as the mock does', async () => {
    const requests = demoRequests();
    const sent = requests.filter(isExpressible);
    expect(sent.length).toBeGreaterThan(300);
    expect(await differences(sent, BASE)).toEqual([]);
    expect(requests.filter((request) => !isExpressible(request)).map(({ name }) => name)).toEqual([]);
  });

  it('answers every trigger and every documented response of twenty random definitions as the mock does', async () => {
    let count = 0;
    for (const definition of arbitraryDefinitions(20)) {
      const requests = await requestsOf(definition);
      await mock.show(definition);
      expect(await differences(requests, CHEAP_BASE, definition)).toEqual([]);
      count += requests.length;
    }
    expect(count).toBeGreaterThan(7_000);
  });
});
