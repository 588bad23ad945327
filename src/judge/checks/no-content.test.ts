import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { noContent } from './no-content.ts';

const judge = (headers: Record<string, string>, body = '', status = 204) =>
  noContent(judgedFailure('badRequest', body, { response: { status, headers, body } }));

describe('no-content', () => {
  it.each([{}, { 'content-length': '0' }, { 'content-type': 'application/json' }])(
    'accepts a 204 without a body and with %j',
    (headers) => {
      expect(judge(headers)).toEqual([]);
    },
  );

  it('rejects a body', () => {
    expect(judge({}, '{}')).toHaveLength(1);
  });

  it.each([{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }])(
    'rejects %j, which announces a body',
    (headers) => {
      expect(judge(headers)).toHaveLength(1);
    },
  );

  it('ignores other statuses', () => {
    expect(judge({ 'content-length': '2' }, '{}', 200)).toEqual([]);
  });
});
