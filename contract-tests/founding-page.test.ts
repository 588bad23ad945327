import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ScenarioName } from '../src/contract/index.ts';
import { contract } from '../src/contract/index.ts';
import { startServer } from '../src/server/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';

/** The page that the contract is based on, with its obfuscated e-mail address restored. */
const page = readFileSync(new URL('founding-page.txt', import.meta.url), 'utf8').replaceAll(
  '[email protected]',
  'jane@example.com',
);

/** The JSON examples of the page, in order. */
const examples: readonly unknown[] = [...page.matchAll(/^\{$/gm)]
  .map(({ index }) => page.slice(index))
  .filter((text) => text.startsWith('{\n"error"'))
  .map((text) => JSON.parse(completed(text)));

/** The requests for which the reference server returns each example, in the order of the page. */
const requests: readonly { readonly scenario: ScenarioName; readonly send: Send }[] = [
  { scenario: 'entityNotFound', send: { method: 'GET', path: 'inventory/Customer', key: 'sk_live_demo_inventory' } },
  { scenario: 'validationError', send: { method: 'POST', path: 'sales/Customer', body: { email: 'nope' } } },
  { scenario: 'invalidApiKey', send: { method: 'GET', path: 'sales/Customer', key: 'sk_live_demo_revoked' } },
  { scenario: 'expiredApiKey', send: { method: 'GET', path: 'sales/Customer', key: 'sk_live_demo_expired' } },
  { scenario: 'readOnlyKey', send: { method: 'DELETE', path: 'sales/Customer/1', key: 'sk_live_demo_read_only' } },
  { scenario: 'wrongWorkspace', send: { method: 'GET', path: 'sales/Customer', key: 'sk_live_demo_inventory' } },
  {
    scenario: 'workspaceRestricted',
    send: { method: 'POST', path: 'archive/Customer', key: 'sk_live_demo_archive', body: {} },
  },
  { scenario: 'entityNotFound', send: { method: 'GET', path: 'sales/Custoer' } },
  { scenario: 'recordNotFound', send: { method: 'GET', path: 'sales/Customer/42' } },
  {
    scenario: 'uniqueConstraintViolation',
    send: { method: 'POST', path: 'sales/Customer', body: { name: 'Jane', email: 'jane@example.com' } },
  },
  {
    scenario: 'foreignKeyViolation',
    send: { method: 'POST', path: 'sales/Order', body: { orderNumber: 'ORD-founding', customer_id: 999 } },
  },
  {
    scenario: 'validationError',
    send: { method: 'POST', path: 'sales/Customer', body: { name: 'Jane', email: 'nope', age: -1 } },
  },
];

interface Send {
  readonly method: string;
  readonly path: string;
  readonly key?: string;
  readonly body?: unknown;
}

describe('the founding page', () => {
  let server: Awaited<ReturnType<typeof startServer>>;

  beforeAll(async () => {
    server = await startServer({ definition: demoDefinition, port: 0 });
    // The page assumes that jane@example.com exists.
    await request({ method: 'POST', path: 'sales/Customer', body: { name: 'Jane', email: 'jane@example.com' } });
  });
  afterAll(() => server.close());

  const request = ({ method, path, key = 'sk_live_demo_read_write', body }: Send): Promise<Response> =>
    fetch(`${server.url}/acme-corp/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('has an example for each request below', () => {
    expect(examples).toHaveLength(requests.length);
  });

  it.each(requests.map((each, index) => ({ ...each, number: index + 1 })))(
    'is reproduced to the letter: example $number, $scenario',
    async ({ send, scenario, number }) => {
      const response = await request(send);
      expect(response.status).toBe(contract.scenarios[scenario].status);
      expect(inOrder(await response.json())).toEqual(inOrder(examples[number - 1]));
    },
  );

  it('has the same pairs as the contract', () => {
    const rows = [...page.matchAll(/^\| (\d{3}) \| ([A-Z_]+) \|/gm)].map(([, status, code]) => ({
      status: Number(status),
      code,
    }));
    expect(contract.pairs).toEqual(rows);
  });

  it('has an example of every scenario with basis "seed" and a fixed message', () => {
    const fromPage = new Set(requests.map(({ scenario }) => scenario));
    const missing = contract.scenarioNames.filter(
      (name) =>
        contract.scenarios[name].basis === 'seed' && contract.scenarios[name].template !== null && !fromPage.has(name),
    );
    expect(missing).toEqual([]);
  });
});

/**
 * Returns the example at the start of a passage. On the page an example runs into the text after it, so its end is found
 * by matching braces.
 */
function completed(text: string): string {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return text;
}

/** Sorts `details`, whose order does not matter. */
function inOrder(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (name, value) =>
    name === 'details' && Array.isArray(value)
      ? value.toSorted((one, other) => (one.field < other.field ? -1 : 1))
      : value,
  );
}
