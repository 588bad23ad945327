import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../plan/index.ts';
import { parseTarget } from '../../plan/index.ts';
import { Ledger } from './ledger.ts';

const RUN = '1234567890';
const EMAIL = `a${RUN}0001@example.com`;

const target = parseTarget(
  { baseUrl: 'http://127.0.0.1:1', organization: 'acme', workspace: 'sales', keys: { readWrite: 'key-rw' } },
  {},
);

function noted(method: string, path: string, content: unknown, answer: readonly [number, string] | string) {
  const ledger = new Ledger(target, RUN);
  const request: PlannedRequest = {
    method,
    path: `/acme/sales/Customer${path}`,
    headers: {},
    body: JSON.stringify(content),
  };
  const outcome =
    typeof answer === 'string'
      ? { failure: answer }
      : { response: { status: answer[0], headers: {}, body: answer[1] } };
  ledger.note({ request, ...outcome }, (each) => each.endsWith('/7'));
  return {
    named: ledger.named.map(({ id }) => id),
    unnamed: ledger.unnamed.map(({ possible, isRefused }) => [
      possible.collection.path,
      possible.marker?.value,
      isRefused,
    ]),
  };
}

const maybe = (isRefused: boolean) => [['/acme/sales/Customer', EMAIL, isRefused]];

describe('the ledger', () => {
  it.each([
    ['of 64 bits', '{"data":{"id":9007199254740993}}', 9007199254740993n],
    ['of text', '{"data":{"id":"\\ud800"}}', '\ud800'],
    ['outside data', '{"id":5}', 5],
    ['after a byte order mark', '\uFEFF{"data":{"id":5}}', 5],
  ])('has the id %s that a response names', (_kind, body, id) => {
    expect(noted('POST', '', { email: EMAIL }, [201, body])).toEqual({ named: [id], unnamed: [] });
  });

  it.each([
    ['no response', 'timed out', false],
    ['a success without a record', [201, '{"ok":true}'], false],
    ['a server error', [500, ''], false],
    ['a refusal', [422, ''], true],
  ] as const)('has what may exist after %s', (_what, answer, isRefused) => {
    expect(noted('POST', '', { email: EMAIL }, answer)).toEqual({ named: [], unnamed: maybe(isRefused) });
  });

  it('has every item of a batch', () => {
    const items = [{ email: EMAIL }, { email: EMAIL }];
    expect(noted('POST', '/bulk', items, [201, '']).unnamed).toEqual([...maybe(false), ...maybe(false)]);
  });

  it.each([
    ['the path of a missing record', '/6', { email: EMAIL }],
    ['a batch', '/bulk', [{ id: 6, email: EMAIL }]],
  ])('has what a change of %s may have created', (_where, path, content) => {
    expect(noted('PUT', path, content, [200, '']).unnamed).toEqual(maybe(false));
    expect(noted('PUT', path, content, [404, '']).unnamed).toEqual(maybe(true));
  });

  it('takes no change of a record of the run for a creation', () => {
    expect(noted('PUT', '/7', { email: EMAIL }, [200, '']).unnamed).toEqual([]);
    expect(noted('PUT', '/bulk', [{ id: 7, email: EMAIL }], [200, '']).unnamed).toEqual([]);
  });
});
