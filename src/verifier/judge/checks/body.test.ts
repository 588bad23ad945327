import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { body } from './body.ts';

const messages = (...parameters: Parameters<typeof judgedFailure>): readonly string[] =>
  body(judgedFailure(...parameters)).map(({ message }) => message);

describe('body', () => {
  it('accepts the envelope, with members more', () => {
    const error = { code: 'NOT_FOUND', message: 'x', requestId: '7' };
    expect(messages('entityNotFound', { error, timestamp: 1 })).toEqual([]);
  });

  it.each([
    ['an error that is a text', { error: 'Not found' }, '/error must be object'],
    ['no code', { error: { message: 'x' } }, "must have required property 'code'"],
    ['a message that is no text', { error: { code: 'NOT_FOUND', message: 7 } }, '/error/message must be string'],
    ['an empty message', { error: { code: 'NOT_FOUND', message: '' } }, '/error/message'],
    ['an array', [{ code: 'NOT_FOUND' }], 'must be object'],
    ['the code of another status', { error: { code: 'FORBIDDEN', message: 'x' } }, '"NOT_FOUND"'],
    ['HTML', '<h1>Not found</h1>', 'no JSON'],
    ['nothing', '', 'empty'],
  ])('rejects %s', (_what, sent, expected) => {
    expect(messages('entityNotFound', sent).join()).toContain(expected);
  });

  it('tells of the branch that the code chooses, not of the others', () => {
    const error = { code: 'UNIQUE_CONSTRAINT_VIOLATION', message: 7 };
    expect(messages('uniqueConstraintViolation', { error })).toEqual([
      'the body is not as documented: /error/message must be string',
    ]);
  });

  it('wants an envelope of a status that is not documented, too', () => {
    const response = { status: 418 };
    expect(messages('badRequest', { error: { code: 'TEAPOT', message: 'short and stout' } }, { response })).toEqual([]);
    expect(messages('badRequest', { teapot: true }, { response }).join()).toContain('no error envelope');
  });
});
