import { describe, expect, it } from '@jest/globals';

import type { RecordId } from '../../plan/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Judged } from './check.ts';
import { record } from './record.ts';

function judgedRead(id: RecordId, body: string): Judged {
  return {
    planned: {
      operationId: 'getRecord',
      scenario: 'success',
      variant: 'test',
      basis: 'api',
      request: { method: 'GET', path: '/acme-corp/sales/Customer/1', headers: {} },
      expected: { status: 200, record: { id, values: {} } },
    },
    response: { status: 200, headers: {}, body },
    json: parseBody(body),
  };
}

describe('record', () => {
  it.each<[RecordId, string]>([
    [7, '7'],
    [9007199254740993n, '9007199254740993'],
    ['9007199254740993', '"9007199254740993"'],
    ['a', '"a"'],
  ])('accepts the id %s', (id, text) => {
    expect(record(judgedRead(id, `{"data":{"id":${text}}}`))).toEqual([]);
  });

  it('distinguishes two ids that are the same double', () => {
    const [breach] = record(judgedRead(9007199254740993n, '{"data":{"id":9007199254740992}}'));
    expect(breach).toMatchObject({ message: 'the record has the id 9007199254740992, not 9007199254740993' });
    expect(JSON.stringify(breach)).toContain('"9007199254740993"');
  });

  it.each(['', '.', '..', '\ud800', '../Order/1'])('reports the id %j, which no request can use', (id) => {
    const text = JSON.stringify(id);
    expect(record(judgedRead(id, `{"data":{"id":${text}}}`))).toEqual([
      expect.objectContaining({ message: expect.stringContaining(`the id ${text}`), field: 'data.id' }),
    ]);
    expect(record(judgedRead(1, `{"data":[{"id":${text}},{"id":${text}}]}`))).toHaveLength(1);
  });
});
