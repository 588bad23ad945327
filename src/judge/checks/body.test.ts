import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { body } from './body.ts';

const messages = (...parameters: Parameters<typeof judgedFailure>): readonly string[] =>
  body(judgedFailure(...parameters)).map(({ message }) => message);

describe('body', () => {
  it('accepts the envelope, with additional members too', () => {
    const error = { code: 'NOT_FOUND', message: 'x', requestId: '7' };
    expect(messages('entityNotFound', { error, timestamp: 1 })).toEqual([]);
  });

  it.each([
    ['an error that is a string', { error: 'Not found' }, '/error must be object'],
    ['no code', { error: { message: 'x' } }, "must have required property 'code'"],
    ['a message that is not a string', { error: { code: 'NOT_FOUND', message: 7 } }, '/error/message must be string'],
    ['an empty message', { error: { code: 'NOT_FOUND', message: '' } }, '/error/message'],
    ['an array', [{ code: 'NOT_FOUND' }], 'must be object'],
    ['the code of another status', { error: { code: 'FORBIDDEN', message: 'x' } }, '"NOT_FOUND"'],
    ['HTML', '<h1>Not found</h1>', 'not JSON'],
    ['nothing', '', 'empty'],
  ])('rejects %s', (_what, sent, expected) => {
    expect(messages('entityNotFound', sent).join()).toContain(expected);
  });

  it('reports violations of the branch that the code selects, not of the others', () => {
    const error = { code: 'UNIQUE_CONSTRAINT_VIOLATION', message: 7 };
    expect(messages('uniqueConstraintViolation', { error })).toEqual([
      'the body does not match the documented schema: /error/message must be string',
    ]);
  });

  it('requires an envelope for an undocumented status too', () => {
    const response = { status: 418 };
    expect(messages('badRequest', { error: { code: 'TEAPOT', message: 'short and stout' } }, { response })).toEqual([]);
    expect(messages('badRequest', { teapot: true }, { response }).join()).toContain('not an error envelope');
  });
});
