import type { Arbitrary } from 'fast-check';
import {
  array,
  constant,
  constantFrom,
  dictionary,
  integer,
  json,
  oneof,
  option,
  record,
  shuffledSubarray,
  string,
  tuple,
  uint8Array,
} from 'fast-check';

import { triggers } from '../src/mock/index.ts';
import type { RawRequest } from '../src/verifier/index.ts';

/** The headers of a valid request. */
export const GOOD_HEADERS = { Authorization: 'Bearer sk_test_read_write', 'Content-Type': 'application/json' };

/** The unit `binary` of `string` first makes a table of all characters, which takes a second. */
const anyCharacter = integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Characters that are valid in a request line, invalid ones, and ones with a meaning in paths. */
const oddText = oneof(
  string({ unit: constantFrom(...'aZ0-_.~%/?#[]@!$&\'()*+,;=:"<>\\^`{|}'), maxLength: 12 }),
  string({ unit: anyCharacter, maxLength: 6 }).map((text) => encodeURIComponent(text.toWellFormed())),
  constantFrom('%00', '%2F', '%2e%2e', '..', '.', '', '%zz', '%', '%E0%A4%A', '__proto__', 'constructor', 'bulk'),
);

const segment = (...known: readonly string[]): Arbitrary<string> =>
  oneof({ weight: 6, arbitrary: constantFrom(...known) }, { weight: 1, arbitrary: oddText });

const path: Arbitrary<string> = oneof(
  {
    weight: 8,
    arbitrary: tuple(
      segment('acme-corp'),
      segment('sales', 'sales', 'sales', 'archive', 'studio', 'lab', 'inventory'),
      segment('Customer', 'Customer', 'Product', 'Order', 'LineItem', 'customer'),
      option(segment('1', '7', 'bulk', 'bulk', '404', '409')),
    ).map((parts) => `/api/v1/${parts.filter((part) => part !== null).join('/')}`),
  },
  { weight: 1, arbitrary: array(oddText, { maxLength: 6 }).map((parts) => `/api/v1/${parts.join('/')}`) },
  { weight: 1, arbitrary: array(oddText, { minLength: 1, maxLength: 4 }).map((parts) => `/x/${parts.join('/')}`) },
);

const query: Arbitrary<string> = oneof(
  { weight: 4, arbitrary: constant('') },
  array(
    tuple(
      segment('page', 'size', 'sort', 'filter[age.gte]', 'filter[name.like]', 'fields', 'expand', 'filter'),
      oneof(constantFrom('0', '1', '20', 'name', 'name,asc', 'customer', '-1', 'abc'), oddText),
    ).map((pair) => pair.join('=')),
    { minLength: 1, maxLength: 3 },
  ).map((pairs) => `?${pairs.join('&')}`),
);

const customer = { name: 'Ann', email: 'ann@example.com' };

const body: Arbitrary<string | Uint8Array | undefined> = oneof(
  constant(undefined),
  constantFrom(customer, [customer], [1, 404, 409], [{ id: 1, name: 'Ann' }], {
    orderNumber: 'ORD-1',
    customer_id: 1,
  }).map((value) => JSON.stringify(value)),
  dictionary(
    constantFrom('name', 'email', 'age', 'website', 'id', 'no_column', 'constructor'),
    oneof(
      json().map((text): unknown => JSON.parse(text)),
      constantFrom('taken@example.com', 999, 1e21, '', null),
    ),
  ).map((value) => JSON.stringify(value)),
  json(),
  oddText,
  uint8Array({ maxLength: 40 }),
);

/** Values that a header field may have on the wire. `brokenFields` below covers invalid ones. */
const fieldText = string({ unit: constantFrom(...'aZ0 ,;="\\/*-._~é'), maxLength: 20 });

const headers: Arbitrary<Readonly<Record<string, string>>> = record(
  {
    Authorization: oneof(
      { weight: 4, arbitrary: constantFrom(...Object.keys(triggers.keys)).map((key) => `bearer ${key}`) },
      { weight: 1, arbitrary: fieldText },
    ),
    'Content-Type': oneof(
      { weight: 4, arbitrary: constant('application/json') },
      constantFrom('application/json; charset=utf-8', 'text/plain', 'application/jsonp'),
      fieldText,
    ),
    Accept: oneof(constantFrom('text/html', '*/*;q=0', 'application/json'), fieldText),
    'Accept-Encoding': constantFrom('gzip', 'identity;q=0', '*;q=0'),
    Prefer: oneof(
      constantFrom(
        'code=409',
        'code=404;example=entityNotFound',
        'code=204',
        'example=nope',
        'code="4',
        'respond-async',
      ),
      fieldText,
    ),
    'X-Fault': constantFrom('internalError', 'other'),
    'X-Mock-Delay': constantFrom('0', '1', 'soon', '-1'),
    'X-Mock-Fault': constantFrom('', 'fire', 'Reset'),
    'X-Request-Id': fieldText,
    Expect: constantFrom('100-continue', 'nonsense'),
    'Content-Encoding': constantFrom('gzip', 'identity'),
    Origin: constantFrom('null', 'http://localhost:5173'),
    Cookie: fieldText,
    'If-None-Match': constantFrom('*', '"x"'),
    Range: constantFrom('bytes=0-1', 'records=1-2'),
    'Transfer-Encoding': constantFrom('gzip', 'chunked, chunked'),
    authorization: fieldText,
  },
  { requiredKeys: [] },
).chain((some) =>
  // Picks only a few, because the first invalid field already decides the response.
  integer({ min: 1, max: 3 }).chain((most) =>
    shuffledSubarray(Object.entries(some), { maxLength: Math.min(most, Object.keys(some).length) }).map((few) =>
      Object.fromEntries(few),
    ),
  ),
);

/** Fields that break the header section or the framing, so that the bytes are not a valid request. */
const brokenFields: Arbitrary<Readonly<Record<string, string>>> = oneof(
  { weight: 9, arbitrary: constant({}) },
  constantFrom<Readonly<Record<string, string>>>(
    { Host: 'other' },
    { 'Content-Length': 'x' },
    { 'Content-Length': '-1' },
    { 'Content-Length': '1, 2' },
    { 'X-Odd': 'folded\r\n once' },
    { 'X-Odd': 'a bare\nline feed' },
    { 'X-Odd': 'a NUL\0' },
    { 'X-Odd': 'x'.repeat(20_000) },
    { 'X Odd': 'a space in the name' },
    { '': 'no name' },
  ),
);

const method = oneof(
  { weight: 5, arbitrary: constantFrom('GET', 'POST', 'PUT', 'DELETE') },
  constantFrom('HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'M-SEARCH', 'BREW', 'get', 'G E T', ''),
);

const order = { orderNumber: 'ORD-1', customer_id: 1 };
/** The path of an existing collection. */
export const CUSTOMERS = '/api/v1/acme-corp/sales/Customer';

/** Valid requests for every operation. */
const goodRequest = constantFrom<{ method: string; path: string; body?: string }>(
  { method: 'GET', path: CUSTOMERS },
  { method: 'GET', path: `${CUSTOMERS}/7` },
  { method: 'DELETE', path: `${CUSTOMERS}/7` },
  { method: 'POST', path: CUSTOMERS, body: JSON.stringify(customer) },
  { method: 'POST', path: '/api/v1/acme-corp/sales/Order', body: JSON.stringify(order) },
  { method: 'PUT', path: `${CUSTOMERS}/7`, body: JSON.stringify({ age: 3 }) },
  { method: 'POST', path: `${CUSTOMERS}/bulk`, body: JSON.stringify([customer]) },
  { method: 'PUT', path: `${CUSTOMERS}/bulk`, body: JSON.stringify([{ id: 1, name: 'Ann' }]) },
  { method: 'DELETE', path: `${CUSTOMERS}/bulk`, body: JSON.stringify([1, 404, 409]) },
);

/**
 * Replaces a part of the valid request in a third of the cases, so that the requests get far enough to reach the other
 * odd parts.
 */
const sometimes = <Part>(part: Arbitrary<Part>): Arbitrary<{ readonly odd: Part } | undefined> =>
  oneof({ weight: 2, arbitrary: constant(undefined) }, { weight: 1, arbitrary: part.map((odd) => ({ odd })) });

/** Requests with odd methods, paths, parameters, headers or bodies. */
export const anyRequest: Arbitrary<RawRequest> = tuple(
  goodRequest,
  sometimes(method),
  sometimes(path),
  sometimes(query),
  sometimes(headers),
  sometimes(body),
  brokenFields,
).map(([good, oddMethod, oddPath, oddQuery, oddHeaders, oddBody, broken]) => {
  const content = oddBody === undefined ? good.body : oddBody.odd;
  const fields = { ...GOOD_HEADERS, ...oddHeaders?.odd };
  return {
    method: oddMethod?.odd ?? good.method,
    path: `${oddPath?.odd ?? good.path}${oddQuery?.odd ?? ''}`,
    headers: { ...fields, ...lengthOf(content, fields), ...broken },
    ...(typeof content === 'string' ? { body: content } : {}),
    ...(content instanceof Uint8Array ? { bytes: content } : {}),
  };
});

/** Returns the Content-Length. Without it, the body would be read as the next request. */
function lengthOf(content: string | Uint8Array | undefined, fields: object): Readonly<Record<string, string>> {
  if (content === undefined || 'Transfer-Encoding' in fields) return {};
  return { 'Content-Length': String(Buffer.byteLength(content)) };
}
