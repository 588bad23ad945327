import { fail, isObject } from '../../../src/contract/index.ts';
import { asked, asksFor, itemsOf, valuesOf, withBody } from '../asked.ts';
import { bendRequests, jsonOf } from '../bend.ts';
import type { BentRequest, Server } from '../bending.ts';
import { brings, READ_WRITE, withKey } from '../keys.ts';
import { bendLosers } from '../race-losers.ts';
import { refuse } from '../refuse.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Of so many creates in a row, a busy server fails to carry out the last. Only a race sends as many. */
const MOST_CREATES = 45;

/** Servers whose behaviour differs where the contract leaves it open. */
export const behaviour: readonly HarmlessVariant[] = [
  {
    is: 'trimmed strings and lower-case e-mail addresses',
    valid: { name: ' Jane Doe ', email: 'Jane-{run}@Example.com', age: 34 },
    bending: (real) => async (request) => {
      const response = await real(normalized(request));
      // The message of a duplicate contains the value that was sent.
      const { email } = valuesOf(request);
      return typeof email === 'string' && response.status === 409
        ? { ...response, body: response.body.replace(email.toLowerCase(), email) }
        : response;
    },
  },
  {
    is: 'lists that start with the newest record',
    bending: bendRequests((request) => {
      if (!asksFor(request, 'listRecords') || /[?&]sort=/.test(request.path)) return request;
      return { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}sort=id,desc` };
    }),
  },
  {
    is: 'other users who keep writing',
    bending: (real) => {
      let count = 0;
      return async (request) => {
        count += 1;
        if (count % 3 === 0) await writeAsSomebodyElse(request, count, real);
        return real(request);
      };
    },
  },
  {
    is: 'defaults for columns that were not sent',
    bending: bendRequests((request) =>
      asksFor(request, 'createRecord') && asked(request)?.entityName === 'Customer' && 'email' in valuesOf(request)
        ? withBody(request, { website: 'https://example.com', ...valuesOf(request) })
        : request,
    ),
  },
  {
    is: 'deletes that cascade to the referencing records',
    noted: ['status'],
    bending: (real) => async (request) => {
      const response = await real(request);
      const { id } = asked(request) ?? {};
      if (!asksFor(request, 'deleteRecord') || response.status !== 400) return response;
      await deleteOrdersOf(id, request, real);
      return real(request);
    },
  },
  {
    is: '404 for a workspace that does not exist',
    noted: ['status', 'strangers-alike'],
    bending: (real) => async (request) =>
      request.path.includes('/no-such-workspace/')
        ? { ...refuse(fail('routeNotFound', { message: 'No such workspace' })) }
        : real(request),
  },
  {
    is: 'unknown names in fields and expand ignored',
    noted: ['status'],
    bending: bendRequests((request) => ({
      ...request,
      path: request.path.replace(/[?&](fields|expand)=no_such_name/, ''),
    })),
  },
  {
    is: 'bodies validated before a read-only key is rejected',
    noted: ['precedence'],
    bending: (real) => async (request) => {
      const response = await real(request);
      const isMalformed =
        response.status === 403 && jsonOf(`{"body":${request.body}}`) === undefined && request.body !== '';
      return isMalformed ? refuse(fail('badRequest', { message: 'The body must be JSON' })) : response;
    },
  },
  {
    is: 'numbers and booleans that are converted to text',
    noted: ['wrong-values'],
    bending: bendRequests((request) => {
      const { name } = valuesOf(request);
      const isScalar = typeof name === 'number' || typeof name === 'boolean';
      return isScalar ? withBody(request, { ...valuesOf(request), name: String(name) }) : request;
    }),
  },
  {
    is: 'a bad request for values of the wrong type',
    noted: ['wrong-values'],
    bending: (real) => async (request) => {
      const response = await real(request);
      const { name, age = 0 } = valuesOf(request);
      const isWrong = (name !== undefined && name !== null && typeof name !== 'string') || typeof age !== 'number';
      return response.status === 422 && isWrong ? refuse(fail('badRequest', { message: 'Wrong type' })) : response;
    },
  },
  {
    is: 'ids that are read as numbers, zeros and signs included',
    noted: ['similar-ids'],
    bending: bendRequests((request) => ({ ...request, path: request.path.replace(/\/(?:%2B|0)(\d+)$/, '/$1') })),
  },
  {
    is: 'special characters refused in names and ids',
    noted: ['exact-echo'],
    bending: (real) => async (request) => {
      const response = await real(request);
      const isOdd = response.status === 404 && /%3C|%26/.test(request.path);
      return isOdd ? refuse(fail('badRequest', { message: 'Unexpected characters in the path' })) : response;
    },
  },
  {
    is: 'quotes refused in filters',
    bending: (real) => async (request) =>
      /%5D=%27|%5D='/.test(request.path) ? refuse(fail('badRequest', { message: 'No quotes' })) : real(request),
  },
  {
    is: 'an unexpected error for creates in a long series',
    noted: ['race-creates'],
    bending: (real) => {
      let series = 0;
      return async (request) => {
        series = isValidCreate(request) ? (series % MOST_CREATES) + 1 : 0;
        return series === MOST_CREATES ? refuse(fail('internalError', { message: 'Too busy' })) : real(request);
      };
    },
  },
  {
    is: 'a bad request for a create that loses a race',
    noted: ['race-creates'],
    bending: bendLosers('createRecord', async () => refuse(fail('badRequest', { message: 'Try again' }))),
  },
];

function isValidCreate(request: BentRequest): boolean {
  const isCustomer = asked(request)?.entityName === 'Customer' && asked(request)?.workspace === 'sales';
  return isCustomer && asksFor(request, 'createRecord') && brings(request, READ_WRITE) && 'name' in valuesOf(request);
}

function normalized(request: BentRequest): BentRequest {
  const isBatch = asksFor(request, 'bulkCreateRecords', 'bulkUpdateRecords');
  if (isBatch) return itemsOf(request).length === 0 ? request : withBody(request, itemsOf(request).map(normalize));
  const values = valuesOf(request);
  return Object.keys(values).length === 0 ? request : withBody(request, normalize(values));
}

function normalize(item: unknown): unknown {
  if (!isObject(item)) return item;
  const texts = Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]);
  const values: Record<string, unknown> = Object.fromEntries(texts);
  return typeof values.email === 'string' ? { ...values, email: values.email.toLowerCase() } : values;
}

async function writeAsSomebodyElse(request: BentRequest, count: number, real: Server): Promise<void> {
  const { workspace } = asked(request) ?? {};
  if (workspace !== 'sales') return;
  const path = '/api/v1/acme-corp/sales/Customer';
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Somebody else', email: `somebody-${Math.random()}-${count}@example.com` });
  await real(withKey({ method: 'POST', path, headers, body }, READ_WRITE));
}

async function deleteOrdersOf(id: string | undefined, request: BentRequest, real: Server): Promise<void> {
  const path = '/api/v1/acme-corp/sales/Order';
  const orders = jsonOf((await real({ ...request, method: 'GET', path: `${path}?size=100` })).body)?.data;
  for (const order of Array.isArray(orders) ? orders.filter(isObject) : []) {
    if (String(order.customer_id) === id) await real({ ...request, path: `${path}/${order.id}` });
  }
}
