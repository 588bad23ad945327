import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../plan/index.ts';
import { parseTarget } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { Ownership } from './ownership.ts';
import { Settling } from './settling.ts';
import { WriteGuard } from './write-guard.ts';

const RUN = '1234567890';
const OWN = { id: 7, email: `a${RUN}0001@example.com` };
const FOREIGN = { id: 8, email: 'somebody@example.org' };

type Answer = (request: PlannedRequest) => readonly [status: number, data?: object];

const byId: Answer = ({ path }) =>
  path.endsWith('/7') ? [200, OWN] : path.endsWith('/8') ? [200, FOREIGN] : path.endsWith('/9') ? [500] : [404];

function guardOf(answer: Answer = byId, more: object = {}) {
  const file = {
    baseUrl: 'http://127.0.0.1:1',
    organization: 'acme',
    workspace: 'sales',
    keys: { readWrite: 'key-rw' },
  };
  const target = parseTarget({ ...file, ...more }, {});
  const sent: PlannedRequest[] = [];
  const send = (request: PlannedRequest): Promise<Exchange> => {
    sent.push(request);
    const [status, data] = answer(request);
    return Promise.resolve({ request, response: { status, headers: {}, body: JSON.stringify({ data }) } });
  };
  const settling = new Settling({ settle: 0 }, () => Promise.resolve());
  const ownership = new Ownership({ target, send, run: RUN, settling });
  return { guard: new WriteGuard(target, send, ownership, RUN), sent };
}

const write = (method: string, path: string, more: Partial<PlannedRequest> = {}): PlannedRequest => ({
  method,
  path: `/acme/sales${path}`,
  headers: { accept: 'application/json', 'accept-encoding': 'identity', authorization: 'Bearer key-rw' },
  ...more,
});

const somebodyElse = expect.stringContaining("may be somebody else's record");

describe('a write', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'POST', 'PROPFIND', 'delete'])(
    'with the method %s is sent to records of the run and to missing ids only',
    async (method) => {
      const { guard } = guardOf();
      expect(await guard.objection(write(method, '/Customer/7'))).toBeUndefined();
      expect(await guard.objection(write(method, '/Customer/6'))).toBeUndefined();
      expect(await guard.objection(write(method, '/Customer/8'))).toEqual(somebodyElse);
      expect(await guard.objection(write(method, '/Customer/9'))).toEqual(somebodyElse);
    },
  );

  it.each(['/Customer/8?x=1', '/Customer/8/', '/Customer//8', '/Customer/7/../8', '/Customer/%38', '/Customer/8/x'])(
    'to the path %s of a record of somebody else is not sent',
    async (path) => {
      const { guard } = guardOf(() => [200, FOREIGN]);
      expect(await guard.objection(write('DELETE', path))).toEqual(somebodyElse);
    },
  );

  it('is not sent to an id under which the target shows a record of the run with another id', async () => {
    const { guard } = guardOf(() => [200, OWN]);
    expect(await guard.objection(write('DELETE', '/Customer/8'))).toEqual(somebodyElse);
  });

  it.each([
    ['PUT', '[{"id":7},{"id":8}]'],
    ['DELETE', '[7,8]'],
    ['DELETE', '["8"]'],
  ])('of a batch is not sent if an item names a record of somebody else: %s %s', async (method, body) => {
    const { guard } = guardOf();
    expect(await guard.objection(write(method, '/Customer/bulk', { body }))).toEqual(somebodyElse);
  });

  it('reads once what several writes name, and again after a deletion', async () => {
    const { guard, sent } = guardOf();
    await guard.allow(write('PUT', '/Customer/7'));
    await guard.allow(write('PUT', '/Customer/7'));
    expect(sent).toHaveLength(1);
    guard.noteDeleted(write('DELETE', '/Customer/7'));
    await guard.allow(write('PUT', '/Customer/7'));
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['the header of the target', { authentication: { header: 'X-Api-Key' } }, { 'x-api-key': 'other' }],
    ['the header of the target in other case', {}, { Authorization: 'Bearer key-other' }],
    [
      'another header than that of the target',
      { authentication: { header: 'X-Api-Key' } },
      { 'x-api-key': 'rw', authorization: 'Bearer key-other' },
    ],
  ])('with another key in %s is judged by what that key reads, too', async (_where, more, headers) => {
    const isOther = ({ headers: sent }: PlannedRequest): boolean => JSON.stringify(sent).includes('other');
    const { guard } = guardOf((request) => (isOther(request) ? [200, { ...FOREIGN, id: 7 }] : [200, OWN]), more);
    expect(await guard.objection(write('DELETE', '/Customer/7', { headers }))).toEqual(somebodyElse);
  });

  it('with a key that may not read is sent, if the key of the target reads that the record is the run’s own', async () => {
    const { guard } = guardOf(({ headers }) => (headers.authorization === 'Bearer key-rw' ? [200, OWN] : [403]));
    const headers = { authorization: 'Bearer none' };
    expect(await guard.objection(write('DELETE', '/Customer/7', { headers }))).toBeUndefined();
  });
});

describe('a request that changes no record', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'TRACE'])('is sent without a read: %s', async (method) => {
    const { guard, sent } = guardOf();
    await guard.allow(write(method, '/Customer/8'));
    expect(sent).toEqual([]);
  });
});
