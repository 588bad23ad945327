import { describe, expect, it } from '@jest/globals';

import { createClient, isApiError, unwrap } from '../index.ts';

function clientOf(status: number, body: object | null) {
  const fetch = () => Promise.resolve(new Response(body && JSON.stringify(body), { status }));
  return createClient({ baseUrl: 'http://localhost/acme-corp/sales', apiKey: 'key', fetch });
}

const CUSTOMER = { entityName: 'Customer', id: 1 };
const failing = clientOf(404, { error: { code: 'NOT_FOUND', message: 'no' } });

describe('unwrap', () => {
  it('returns the data of a result or of a promise of one', async () => {
    const client = clientOf(200, { data: { id: 1 } });
    expect(unwrap(await client.getRecord(CUSTOMER))).toEqual({ data: { id: 1 } });
    expect(await unwrap(client.getRecord(CUSTOMER))).toEqual({ data: { id: 1 } });
    expect(await unwrap(clientOf(204, null).deleteRecord(CUSTOMER))).toBeUndefined();
  });

  it('throws the error object of the result itself', async () => {
    const result = await failing.getRecord(CUSTOMER);
    if (result.ok) throw new Error('expected a failure');
    expect(caughtFrom(() => unwrap(result))).toBe(result.error);
    expect(await unwrap(Promise.resolve(result)).catch((error: unknown) => error)).toBe(result.error);
  });
});

describe('isApiError', () => {
  it('recognizes errors of the API, and their code', async () => {
    const error: unknown = await unwrap(failing.getRecord(CUSTOMER)).catch((thrown: unknown) => thrown);
    expect(isApiError(error)).toBe(true);
    expect(isApiError(error, 'NOT_FOUND')).toBe(true);
    expect(isApiError(error, 'VALIDATION_ERROR')).toBe(false);
  });

  it('is false for anything else, whatever code it has', async () => {
    const unexpected: unknown = await unwrap(clientOf(410, {}).getRecord(CUSTOMER)).catch((thrown: unknown) => thrown);
    expect([unexpected, new Error('no'), { code: 'NOT_FOUND' }, undefined].map((each) => isApiError(each))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

function caughtFrom(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
