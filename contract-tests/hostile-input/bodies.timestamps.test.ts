import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

describe('a timestamp that leaves the years 1 to 9999 in UTC', () => {
  it.each([
    '9999-12-31T23:59:59-01:00',
    '9999-12-31T23:59:59.999-00:01',
    '0001-01-01T00:00:00+00:01',
    '0000-12-31T23:59:59Z',
  ])('%s → 422, never stored', async (moment) => {
    const order = { method: 'PUT', path: '/Order/1', body: { orderedAt: moment } };
    const details = [
      { field: 'orderedAt', message: 'must be a timestamp (RFC 3339) with at most millisecond precision' },
    ];
    expect(await ask(server, order)).toMatchObject(refusal(fail('validationError', { details })));
  });
});
