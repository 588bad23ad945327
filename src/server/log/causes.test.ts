import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';

import { causesOf } from './causes.ts';

describe('causesOf', () => {
  it('omits all other properties of an error, such as the detail of a PostgreSQL error', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "things_code"'), {
      code: '23505',
      detail: 'Key (code)=(secret) already exists.',
      constraint: 'things_code',
      table: 'things',
      where: 'secret',
      key: 'secret',
    });
    const [cause] = causesOf(error);
    expect(cause).toEqual({
      type: 'Error',
      stack: expect.any(String),
      code: '23505',
      constraint: 'things_code',
      table: 'things',
    });
    expect(JSON.stringify(cause)).not.toContain('secret');
  });

  it.each([
    ['PostgreSQL', Object.assign(new Error('invalid input syntax for type bigint: "secret"'), { code: '22P02' })],
    ['JSON.parse', caught(() => JSON.parse('secret'))],
    ['BigInt', caught(() => BigInt('secret'))],
    ['toFixed', caught(() => (1).toFixed(987654))],
  ])('omits the message of an error that quotes a value: %s', (_title, error) => {
    const [cause] = causesOf(error);
    expect(cause).toHaveProperty('stack');
    expect(cause).not.toHaveProperty('message');
    expect(JSON.stringify(cause)).not.toMatch(/secret|987654/);
  });

  it('removes passwords from URLs and API keys from text, and keeps the paths of source files', () => {
    const error = new Error('no postgres://me:pass/w@rd@db.example.com/x for sk_live_secret');
    const [cause] = causesOf(error);
    expect(cause?.message).toBe('no postgres://…@db.example.com/x for sk_…');
    expect(cause?.stack).toMatch(/causes\.test\.ts:\d+/);
    const [other] = causesOf(Object.assign(new Error('x'), { stack: 'Error: x\n    at file:///a/@scope/b.js:1:2' }));
    expect(other?.stack).toBe('at file:///a/@scope/b.js:1:2');
  });

  it('lists the errors in an AggregateError, which Node throws for a host with two addresses', () => {
    const error = new AggregateError([new Error('one'), Object.assign(new Error('two'), { code: 'ECONNREFUSED' })]);
    expect(causesOf(error)).toMatchObject([{ type: 'AggregateError' }, { message: 'one' }, { code: 'ECONNREFUSED' }]);
  });

  it('stops after ten causes if they form a cycle', () => {
    const error = new Error('x');
    error.cause = error;
    expect(causesOf(error)).toHaveLength(10);
  });

  it.each([
    ['a string', [{ type: 'string', message: 'a string' }]],
    [undefined, [{ type: 'undefined' }]],
    [{ secret: 1 }, [{ type: 'object' }]],
    [Object.create(null), [{ type: 'object' }]],
  ])('describes a thrown value that is not an error: %p', (error, causes) => {
    expect(causesOf(error)).toEqual(causes);
  });

  it('reads the errors of another realm, as Node raises them in jsdom', () => {
    const error: unknown = runInNewContext(
      "new AggregateError([new Error('one'), new TypeError('two', { cause: new RangeError('secret') })], 'both')",
    );
    expect(causesOf(error)).toMatchObject([
      { type: 'AggregateError', message: 'both' },
      { type: 'Error', message: 'one' },
      { type: 'TypeError', message: 'two' },
      { type: 'RangeError' },
    ]);
  });

  it.each<[string, object]>([
    ['a getter that throws', Object.defineProperty(new Error('x'), 'code', { get: fails })],
    ['a message that is not a string', Object.assign(new Error('x'), { message: 5 })],
    ['a stack that is not a string', Object.assign(new Error('x'), { stack: {} })],
    ['a cause whose getter throws', Object.defineProperty(new Error('x'), 'cause', { get: fails })],
    ['errors that are not a list', Object.assign(new AggregateError([]), { errors: 5 })],
  ])('copes with an error that has %s', (_title, error) => {
    expect(causesOf(new Error('first', { cause: error })).at(-1)).toEqual({ type: 'unreadable' });
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function fails(): never {
  throw new Error('secret');
}
