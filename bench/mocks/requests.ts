import { contract } from '../../src/contract/index.ts';
import type { LoadRequest } from '../server-peer.ts';

/** The kinds of requests that are sent to every mock. */
export const mockRequestKinds = ['GET 200', 'GET 401', 'GET 404', 'POST 422'] as const;

export type MockRequestKind = (typeof mockRequestKinds)[number];

type Requests = Readonly<Record<MockRequestKind, LoadRequest>>;

const SALES = `${contract.servers.mock.basePath}/acme-corp/sales`;
const key = { authorization: 'Bearer sk_test_read_write' };
const json = { 'content-type': contract.envelope.mediaType };

/** Violates two constraints of the demo's customer. */
const invalidCustomer = JSON.stringify({ name: 'Jane', email: 'nope', age: -1 });

/** Realistic requests. This project's mock responds to their content; the plain server only checks the path and the key. */
export const realRequests: Requests = {
  'GET 200': { method: 'GET', status: 200, path: `${SALES}/Customer`, headers: key },
  'GET 401': { method: 'GET', status: 401, path: `${SALES}/Customer`, headers: {} },
  'GET 404': { method: 'GET', status: 404, path: `${SALES}/Custoer`, headers: key },
  'POST 422': {
    method: 'POST',
    status: 422,
    path: `${SALES}/Customer`,
    headers: { ...key, ...json },
    body: invalidCustomer,
  },
};

/** Requests for mocks that select a response with `Prefer` and have no workspaces. */
export const requestsByPrefer: Requests = {
  'GET 200': { method: 'GET', status: 200, path: '/Customer', headers: key },
  'GET 401': { method: 'GET', status: 401, path: '/Customer', headers: {} },
  'GET 404': {
    method: 'GET',
    status: 404,
    path: '/Customer',
    headers: { ...key, prefer: 'code=404, example=entityNotFound' },
  },
  'POST 422': {
    method: 'POST',
    status: 422,
    path: '/Customer',
    headers: { ...key, ...json, prefer: 'code=422' },
    body: invalidCustomer,
  },
};
