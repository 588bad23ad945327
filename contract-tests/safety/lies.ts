import { isObject } from '../../src/contract/index.ts';
import { bendBodies, bendResponses, jsonOf } from '../mutants/bend.ts';
import type { Bending, BentRequest, BentResponse } from '../mutants/bending.ts';

/** The number that ids are shifted by, so that they exceed what a double can hold. */
const SHIFT = 9007199254740992n;

/** Ways in which a server can name records that are not the run's own, or hide those that are. */
export function lies(foreignId: number): Readonly<Record<string, Bending>> {
  return {
    'names a record of somebody else in every create': bendBodies(
      (_json, { status }) => status === 201,
      ({ data }) => ({ data: { ...(isObject(data) ? data : {}), id: foreignId } }),
    ),
    'answers a duplicate with 200 and a record of somebody else': bendResponses((response, request) =>
      response.status === 409 && request.method === 'POST' && response.body.includes('already exists')
        ? { ...response, status: 200, body: JSON.stringify({ data: { id: foreignId } }) }
        : response,
    ),
    'names the record before the new one': bendBodies(
      (_json, { status }) => status === 201,
      ({ data }) => ({ data: isObject(data) ? { ...data, id: Number(data.id) - 1 } : data }),
    ),
    'has ids of 64 bits': withLargeIds,
    'updates the record with the same unique value instead of refusing a duplicate': upserting,
    'lists every record with the requested value, and names none in a create': (real) => async (request) =>
      withoutData(request, await claiming(real)(request)),
    'creates without a record in the response': bendResponses((response, request) => withoutData(request, response)),
    'lists records under another name, and creates without a record in the response': bendResponses(
      (response, request) => withoutData(request, underItems(response)),
    ),
    'puts a byte order mark before each body': bendResponses((response) =>
      response.body === '' ? response : { ...response, body: `\uFEFF${response.body}` },
    ),
    'cuts the connection after the body of a create': bendResponses((response) =>
      response.status === 201
        ? {
            ...response,
            wire: `HTTP/1.1 201 Created\r\ncontent-length: ${response.body.length + 100}\r\n\r\n${response.body}`,
          }
        : response,
    ),
    'drops the connection instead of answering a create': bendResponses((response) =>
      response.status === 201 ? { ...response, wire: '' } : response,
    ),
    'returns ids that are dot segments': bendBodies(
      (_json, { status }) => status === 201,
      ({ data }) => ({ data: { ...(isObject(data) ? data : {}), id: '..' } }),
    ),
    'returns empty ids': bendBodies(
      (_json, { status }) => status === 201,
      ({ data }) => ({ data: { ...(isObject(data) ? data : {}), id: '' } }),
    ),
    'returns ids that are half a surrogate pair': bendResponses((response) =>
      response.status === 201
        ? { ...response, body: response.body.replace(/"id":\d+/, String.raw`"id":"\ud800"`) }
        : response,
    ),
    'creates a record instead of refusing to update a missing one': creatingOnUpdate,
    'ignores filters, and counts more pages than a loop can visit': countingPages,
    'deletes nothing, and then finds no record by its id': forgetting,
    'fails on every read of a record': bendResponses((response, { method, path }) =>
      method === 'GET' && /\/\w+\/\d+(\?|$)/.test(path) && response.status === 200
        ? { ...response, status: 500, body: '{"error":{"code":"INTERNAL_ERROR","message":"Internal server error"}}' }
        : response,
    ),
    'finds no record by its id': bendResponses((response, { method, path }) =>
      method === 'GET' && /\/\w+\/\d+(\?|$)/.test(path) && response.status === 200
        ? { ...response, status: 404, body: '{"error":{"code":"NOT_FOUND","message":"Record not found"}}' }
        : response,
    ),
    'shows a record of somebody else for every id': (real) => async (request) =>
      request.method === 'GET' && /\/Customer\/\d+$/.test(request.path)
        ? real({ ...request, path: request.path.replace(/\d+$/, String(foreignId)) })
        : real(request),
    'accepts every invalid record': (real) => async (request) => {
      const response = await real(request);
      if (response.status !== 422 || request.method !== 'POST') return response;
      return real({ ...request, body: JSON.stringify({ name: 'x', email: `x${Math.random()}@example.com` }) });
    },
  };
}

function withoutData({ method, path }: BentRequest, response: BentResponse): BentResponse {
  return method === 'POST' && !path.endsWith('/bulk') && response.status < 300
    ? { ...response, body: '{"ok":true}' }
    : response;
}

function underItems(response: BentResponse): BentResponse {
  const json = jsonOf(response.body);
  if (!Array.isArray(json?.data)) return response;
  return { ...response, body: JSON.stringify({ items: json.data }) };
}

/** Ignores filters, and shows the requested value in every record. */
function claiming(real: (request: BentRequest) => Promise<BentResponse>) {
  return async (request: BentRequest): Promise<BentResponse> => {
    const url = new URL(request.path, 'http://any.invalid');
    const filters = [...url.searchParams].flatMap(([name, value]) => {
      const column = /^filter\[(\w+)(?:\.in)?\]$/.exec(name)?.[1];
      return column === undefined ? [] : [{ name, column, value }];
    });
    for (const { name } of filters) url.searchParams.delete(name);
    const response = await real({ ...request, path: `${url.pathname}${url.search}` });
    const json = jsonOf(response.body);
    if (filters.length === 0 || !Array.isArray(json?.data)) return response;
    const claimed = Object.fromEntries(filters.map(({ column, value }) => [column, value.split(',').at(-1)]));
    const data = json.data.map((each: unknown) => ({ ...(isObject(each) ? each : {}), ...claimed }));
    return { ...response, body: JSON.stringify({ ...json, data }) };
  };
}

/** Answers a duplicate with the record that has the value. */
const upserting: Bending = (real) => async (request) => {
  const response = await real(request);
  const values = jsonOf(request.body);
  if (response.status !== 409 || request.method !== 'POST' || values === undefined) return response;
  const { authorization = '' } = request.headers;
  const query = `filter[email]=${encodeURIComponent(String(values.email))}`;
  const found = await real({ method: 'GET', path: `${request.path}?${query}`, headers: { authorization }, body: '' });
  const data = jsonOf(found.body)?.data;
  return Array.isArray(data) && data.length === 1
    ? { ...response, status: 200, body: JSON.stringify({ data: data[0] }) }
    : response;
};

/** Creates a record if the one to update does not exist. */
const creatingOnUpdate: Bending = (real) => async (request) => {
  const response = await real(request);
  if (response.status !== 404 || request.method !== 'PUT' || jsonOf(request.body) === undefined) return response;
  const created = await real({
    ...request,
    method: 'POST',
    path: request.path.replace(/\/[^/]*$/, ''),
    body: JSON.stringify({ name: 'Somebody', ...jsonOf(request.body) }),
  });
  return created.status === 201 ? { ...created, status: 200 } : response;
};

/** Names no new record, ignores filters, and counts as many pages as 64 bits hold. */
const countingPages: Bending = (real) => async (request) => {
  const response = withoutData(
    request,
    await real({ ...request, path: request.path.replace(/\bfilter(?:%5B|\[)[^&]*&?/gi, '') }),
  );
  return { ...response, body: response.body.replace(/"totalPages":\d+/, '"totalPages":9223372036854775807') };
};

/** Claims that it deletes records, and shows them only in lists from then on. */
const forgetting: Bending = (real) => {
  const hidden = new Set<string>();
  return async (request) => {
    if (request.method === 'GET' && hidden.has(request.path))
      return real({ ...request, path: `${request.path}00000000` });
    if (request.method !== 'DELETE' || !/\/\d+$/.test(request.path)) return real(request);
    const shown = await real({ ...request, method: 'GET' });
    if (shown.status !== 200) return real(request);
    hidden.add(request.path);
    return { ...shown, status: 204, body: '' };
  };
};

/** Shifts every id, as text, in both directions. */
const withLargeIds: Bending = (real) => async (request) => {
  const small = (text: string): string =>
    text.replace(/90071992547\d{5,}/g, (digits) => String(BigInt(digits) - SHIFT));
  const response = await real({ ...request, path: small(request.path), body: small(request.body) });
  const large = response.body.replace(
    /("(?:id|customer_id)":)(\d+)/g,
    (_all, name: string, digits: string) => `${name}${BigInt(digits) + SHIFT}`,
  );
  return { ...response, body: large };
};
