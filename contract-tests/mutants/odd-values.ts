import { fail, isObject } from '../../src/contract/index.ts';
import { asked, asksFor, valuesOf, withBody } from './asked.ts';
import { bendMessages } from './bend.ts';
import type { BentRequest } from './bending.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';

/** Faults that only values of another type, or with special characters, show. */
export const oddValues: readonly Mutant[] = [
  ...wrongValues(),
  {
    is: 'ids that are read up to the first letter',
    caughtBy: 'similar-ids',
    bending: (real) => (request) => real({ ...request, path: request.path.replace(/(\/\d+)abc$/, '$1') }),
  },
  unexpectedIf('an id that starts with digits', 'similar-ids', ({ path }) => /\/\d+abc$/.test(path)),
  unexpectedIf('a quote in a filter', 'filter-literal', ({ path }) => /filter.*=%27|filter.*='/.test(path)),
  {
    is: 'filter values that become part of its SQL',
    caughtBy: 'filter-literal',
    bending: (real) => (request) =>
      real({ ...request, path: request.path.replace(/\?filter.*1'?%?2?7?%3D'?%?2?7?1$/, '') }),
  },
  ...echoing('names', 'NOT_FOUND', /^Entity/),
  ...echoing('ids', 'NOT_FOUND', /^Record/),
  ...echoing('values', 'UNIQUE_CONSTRAINT_VIOLATION', /^A record/),
];

function wrongValues(): readonly Mutant[] {
  const types: Readonly<Record<string, (value: unknown) => boolean>> = {
    null: (value) => value === null,
    'an array': Array.isArray,
    'an object': isObject,
  };
  return [
    ...Object.entries(types).flatMap(([type, isOf]): readonly Mutant[] => [
      unexpectedIf(`${type} instead of text`, 'wrong-values', (request) => isOf(valuesOf(request).name)),
      {
        is: `${type} stored as text`,
        caughtBy: 'wrong-values',
        bending: (real) => (request) =>
          real(isOf(valuesOf(request).name) ? withBody(request, { ...valuesOf(request), name: 'Jane' }) : request),
      },
    ]),
    {
      is: 'text stored as a number',
      caughtBy: 'wrong-values',
      bending: (real) => (request) =>
        real(typeof valuesOf(request).age === 'string' ? withBody(request, { ...valuesOf(request), age: 0 }) : request),
    },
    unexpectedIf('text instead of a number', 'wrong-values', (request) => typeof valuesOf(request).age === 'string'),
    unexpectedIf('a boolean instead of a number', 'wrong-values', ({ body }) => body.includes('"age":true')),
    unexpectedIf('an empty body', 'wrong-values', (request) => asksFor(request, ...WRITES) && request.body === ''),
    unexpectedIf('null as the body', 'wrong-values', ({ body }) => body === 'null'),
  ];
}

const WRITES = ['createRecord', 'updateRecord', 'bulkCreateRecords'] as const;

/** A server that fails with an unexpected error, for callers that it lets in. */
function unexpectedIf(what: string, caughtBy: Mutant['caughtBy'], meets: (request: BentRequest) => boolean): Mutant {
  return {
    is: `an unexpected error for ${what}`,
    caughtBy,
    bending: (real) => async (request) => {
      const response = await real(request);
      const isLetIn = response.status !== 401 && response.status !== 403 && asked(request) !== undefined;
      return isLetIn && meets(request)
        ? refuse(fail('internalError', { message: 'An unexpected error occurred' }))
        : response;
    },
  };
}

/** Servers that escape what a message repeats. */
function echoing(what: string, code: Parameters<typeof bendMessages>[0], start: RegExp): readonly Mutant[] {
  const escapes: Readonly<Record<string, (text: string) => string>> = {
    'escaped for HTML': (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    'escaped for SQL': (text) => text.replace(/(\w)'(\w)/g, "$1''$2"),
    'percent-encoded': (text) => text.replaceAll('%', '%25'),
  };
  return Object.entries(escapes).map(([how, escape]): Mutant => ({
    is: `${what} that are ${how} in messages`,
    caughtBy: 'exact-echo',
    bending: bendMessages(code, (message) => (start.test(message) ? escape(message) : message)),
  }));
}
