import { fail } from '../../contract/index.ts';

const hostile = (): never => {
  throw new Error('a trap that throws');
};

/** Values that are hard to handle when they are thrown, by a title. Each time new ones. */
export const oddValues: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  false: () => false,
  zero: () => 0,
  NaN: () => NaN,
  'an empty text': () => '',
  "'route'": () => 'route',
  "'router'": () => 'router',
  'a text': () => 'secret',
  'a symbol': () => Symbol('secret'),
  'a bigint': () => 1n,
  'a function': () => () => 'secret',
  'an array': () => ['secret'],
  'a promise': () => Promise.resolve('secret'),
  'an object without a prototype': () => Object.assign(Object.create(null), { statusCode: 404, message: 'secret' }),
  'a frozen error': () => Object.freeze(new Error('secret')),
  'an error with getters that throw': () =>
    Object.defineProperties(
      new Error('secret'),
      Object.fromEntries(
        ['name', 'message', 'stack', 'cause', 'code', 'status', 'statusCode', 'headers', 'expose', 'type', 'limit']
          .concat(['validation', 'validationContext', 'scenario', 'details', 'toJSON', 'toString', 'then'])
          .map((name) => [name, { get: hostile }]),
      ),
    ),
  'a proxy whose traps throw': () =>
    new Proxy(new Error('secret'), { get: hostile, has: hostile, getPrototypeOf: hostile, ownKeys: hostile }),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable(new Error('secret'), {});
    revoke();
    return proxy;
  },
  'an error that causes itself': () => {
    const error = new Error('secret');
    error.cause = error;
    return error;
  },
  'a scenario whose details have a circle': () => {
    const detail: Record<string, string> = { field: 'a', message: 'b' };
    Object.assign(detail, { detail });
    return Object.assign(fail('badRequest', { message: 'secret' }), { details: [{ ...detail, field: detail }] });
  },
  'a scenario that is unknown': () => Object.assign(fail('badRequest', { message: 'secret' }), { scenario: 'secret' }),
  'a proxy of a scenario': () => new Proxy(fail('badRequest', { message: 'secret' }), { get: hostile }),
  'an error with odd members': () =>
    Object.assign(new Error('secret'), {
      status: 'secret',
      statusCode: NaN,
      headers: { 'x-secret': 'secret', 'content-length': '1' },
      expose: true,
    }),
};
