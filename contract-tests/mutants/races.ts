import { fail, isObject } from '../../src/contract/index.ts';
import { Aliases } from './aliases.ts';
import { asksFor, idIn, valuesOf, withBody } from './asked.ts';
import { jsonOf } from './bend.ts';
import type { Bending } from './bending.ts';
import type { Mutant } from './mutant.ts';
import { bendLosers } from './race-losers.ts';
import { refuse } from './refuse.ts';

/** Faults that appear when requests are concurrent or repeated. */
export const races: readonly Mutant[] = [
  {
    is: 'creates that check a unique value before writing, without a lock',
    caughtBy: 'race-creates',
    bending: checkThenWrite('createRecord'),
  },
  {
    is: 'updates that check a unique value before writing, without a lock',
    caughtBy: 'race-updates',
    bending: checkThenWrite('updateRecord'),
  },
  {
    is: "an update to the record's own value reported as a duplicate",
    caughtBy: 'race-updates',
    bending: (real) => async (request) => {
      if (!asksFor(request, 'updateRecord')) return real(request);
      const before = jsonOf((await real({ ...request, method: 'GET', body: '' })).body)?.data;
      const { email } = valuesOf(request);
      return isObject(before) && before.email === email
        ? refuse(fail('uniqueConstraintViolation', { column: 'email', value: String(email) }))
        : real(request);
    },
  },
  {
    is: 'creates of the same value that undo each other',
    caughtBy: 'race-creates',
    bending: (real) => {
      const seen = new Map<unknown, number>();
      return async (request) => {
        if (!asksFor(request, 'createRecord')) return real(request);
        const { email } = valuesOf(request);
        seen.set(email, (seen.get(email) ?? 0) + 1);
        const response = await real(request);
        const id = response.status === 201 ? idIn(response.body) : undefined;
        if (id === undefined || (seen.get(email) ?? 0) < 2) return response;
        await real({ ...request, method: 'DELETE', path: `${request.path}/${id}`, body: '' });
        return refuse(fail('uniqueConstraintViolation', { column: 'email', value: String(email) }));
      };
    },
  },
  ...losing('createRecord', 'race-creates', 'creates'),
  ...losing('updateRecord', 'race-updates', 'updates'),
  flaky('a different code for every seventh rejection', 7, () => ({ code: 'FORBIDDEN' })),
  flaky('an unexpected error for every eleventh rejection', 11, () => ({
    status: 500,
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred',
  })),
  {
    is: 'keys that become invalid after three rejections',
    caughtBy: 'steadiness',
    bending: (real) => {
      const refusals = new Map<string, number>();
      return async (request) => {
        const response = await real(request);
        const subject = `${request.headers.authorization} ${request.method}`;
        if (response.status === 403) refusals.set(subject, (refusals.get(subject) ?? 0) + 1);
        return (refusals.get(subject) ?? 0) > 3 ? refuse(fail('invalidApiKey')) : response;
      };
    },
  },
];

/** Accepts the requests that checked the value before it was written. */
function checkThenWrite(operationId: 'createRecord' | 'updateRecord'): Bending {
  return (real) => {
    const aliases = new Aliases();
    const server = aliases.over(real);
    return bendLosers(operationId, (request) => {
      const values = valuesOf(request);
      return server(withBody(request, { ...values, email: aliases.add(values.email) }));
    })(server);
  };
}

/** Answers requests that lose a race in ways that no table documents. */
function losing(
  operationId: 'createRecord' | 'updateRecord',
  caughtBy: Mutant['caughtBy'],
  what: string,
): readonly Mutant[] {
  return [
    {
      is: `an unexpected error for ${what} that lose a race`,
      caughtBy,
      bending: bendLosers(operationId, async () => refuse(fail('internalError', { message: 'An unexpected error' }))),
    },
    {
      is: `a page in HTML for ${what} that lose a race`,
      caughtBy,
      bending: bendLosers(operationId, async (_request, response) => ({
        ...response,
        status: 409,
        headers: { 'content-type': 'text/html' },
        body: '<h1>Conflict</h1>',
      })),
    },
    {
      is: `its own code for ${what} that lose a race`,
      caughtBy,
      bending: bendLosers(operationId, async (_request, response) => ({
        ...response,
        body: response.body.replace('UNIQUE_CONSTRAINT_VIOLATION', 'CONFLICT'),
      })),
    },
  ];
}

/** Changes every nth rejection. */
function flaky(is: string, every: number, bend: () => { status?: number; code: string; message?: string }): Mutant {
  return {
    is,
    caughtBy: 'steadiness',
    bending: (real) => {
      let refusals = 0;
      return async (request) => {
        const response = await real(request);
        const error = response.status >= 400 ? jsonOf(response.body)?.error : undefined;
        if (!isObject(error)) return response;
        refusals += 1;
        if (refusals % every !== 0) return response;
        const { status = response.status, ...members } = bend();
        return { ...response, status, body: JSON.stringify({ error: { ...error, ...members } }) };
      };
    },
  };
}
