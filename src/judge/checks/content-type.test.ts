import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { contentType } from './content-type.ts';

const judge = (headers: Record<string, string>) =>
  contentType(judgedFailure('badRequest', {}, { response: { headers } }));

describe('content-type', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/json ; charset=utf-8 ; profile="a;b\\"c"',
    'application/json;',
  ])('accepts %s', (type) => {
    expect(judge({ 'content-type': type })).toEqual([]);
  });

  it.each(['text/html', 'application/problem+json', 'application/jsonp', 'application/json, text/html', 'json', ''])(
    'rejects %j',
    (type) => {
      expect(judge({ 'content-type': type })).toHaveLength(1);
    },
  );

  it('rejects a body without a Content-Type', () => {
    expect(judge({})).toHaveLength(1);
  });
});
