import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assert, asyncProperty } from 'fast-check';

import { validators } from '../src/contract/document/index.ts';
import type { OperationId, OperationKey } from '../src/contract/index.ts';
import { contract } from '../src/contract/index.ts';
import type { Mock } from '../src/mock/index.ts';
import { startMock } from '../src/mock/index.ts';
import type { PlannedCase } from '../src/plan/index.ts';
import type { RawRequest } from '../src/verifier/index.ts';
import { judge } from '../src/judge/index.ts';
import { sendRaw } from '../src/verifier/index.ts';
import { anyRequest, CUSTOMERS, GOOD_HEADERS } from './any-request.ts';

const REQUESTS = 1000;

let mock: Mock;
const logged: unknown[] = [];

beforeAll(async () => {
  mock = await startMock({ port: 0, log: (entry) => logged.push(entry) });
});
afterAll(() => mock.close());

describe('any request to the mock', () => {
  it('gets a documented success or one of the nine pairs', async () => {
    const seen = new Set<number>();
    await assert(
      asyncProperty(anyRequest, async (request) => {
        const { status, problems } = await answerTo(request);
        expect({ request: shown(request), problems }).toEqual({ request: shown(request), problems: [] });
        seen.add(status);
      }),
      { numRuns: REQUESTS, seed: 20_261_124 },
    );
    // Guards against requests that all fail the same way, which would prove nothing.
    expect([...seen].toSorted((one, other) => one - other)).toEqual(
      expect.arrayContaining([200, 201, 204, 400, 401, 403, 404, 409, 422]),
    );
    expect(logged).toEqual([]);
  }, 180_000);

  it('leaves it responding', async () => {
    expect(await answerTo({ method: 'GET', path: CUSTOMERS, headers: GOOD_HEADERS })).toEqual({
      status: 200,
      problems: [],
    });
  });
});

async function answerTo(request: RawRequest): Promise<{ status: number; problems: readonly string[] }> {
  // The first request with a body waits until Prism is loaded, which is slow on a busy machine.
  const connection = { baseUrl: new URL(mock.url).origin, timeout: 20_000, headers: {}, insecure: false };
  const exchange = await sendRaw(connection, request);
  if ('failure' in exchange) return { status: 0, problems: [exchange.failure] };
  const { status, body: text } = exchange.response;
  if (request.method === 'HEAD') return { status, problems: text === '' ? [] : ['the response to HEAD has a body'] };
  const place = placeOf(request, status);
  const planned: PlannedCase = {
    operationId: place,
    scenario: 'success',
    variant: 'generated',
    basis: 'seed',
    request,
    expected: { status },
  };
  const isKnown =
    place === 'outsideOperations' ? status >= 400 : validators[place][status] !== undefined || status === 204;
  return {
    status,
    problems: [
      ...judge({ planned, exchange }).map(({ check, message }) => `${check}: ${message}`),
      ...(isKnown ? [] : [`${place} does not document ${status}`]),
    ],
  };
}

/** Returns the operation of a request, or `outsideOperations` if its response does not have to match an operation. */
function placeOf({ method: word, path: target }: RawRequest, status: number): OperationKey {
  // The segments after /api/v1/acme-corp/sales.
  const [, , , , , ...rest] = target.replace(/\?.*$/s, '').split('/');
  const isOperation = (operationId: OperationId): boolean => {
    const parts = contract.operations[operationId].path.split('/').slice(1);
    return (
      contract.operations[operationId].method === word &&
      parts.length === rest.length &&
      parts.every((part, index) => part.startsWith('{') || part === rest[index])
    );
  };
  const [found] = contract.operationIds.filter(isOperation).toSorted((one, other) => wildcards(one) - wildcards(other));
  return found === undefined || (status >= 400 && validators[found][status] === undefined)
    ? 'outsideOperations'
    : found;
}

const wildcards = (operationId: OperationId): number => contract.operations[operationId].path.split('{').length;

/** Formats a request for the failure message. */
function shown({ method: word, path: target, headers: fields, body: text, bytes }: RawRequest): string {
  return JSON.stringify([word, target, fields, text ?? (bytes === undefined ? null : [...bytes])]);
}
