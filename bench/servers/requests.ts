import { contract } from '../../src/contract/index.ts';
import type { LoadRequest } from '../server-peer.ts';

/** The kinds of requests that are sent to every server. */
export const serverRequestKinds = ['GET one', 'GET list of 20', 'POST', '401', '422'] as const;

export type ServerRequestKind = (typeof serverRequestKinds)[number];

/** A customer with an e-mail address that is unique to each request. */
const newCustomer = JSON.stringify({ name: 'Jane Doe', email: 'jane-[<id>]@example.com', age: 34 });

/** The path of the demo workspace. */
export const SALES = `${contract.servers.server.basePath}/acme-corp/sales`;

const CUSTOMERS = `${SALES}/Customer`;
const key = { authorization: 'Bearer sk_live_demo_read_write' };
const json = { 'content-type': contract.envelope.mediaType };

/** Requests as clients of the Workspace API send them. */
export const workspaceRequests: Readonly<Record<ServerRequestKind, LoadRequest>> = {
  'GET one': { method: 'GET', status: 200, path: `${CUSTOMERS}/1`, headers: key },
  'GET list of 20': { method: 'GET', status: 200, path: `${CUSTOMERS}?size=20`, headers: key },
  POST: { method: 'POST', status: 201, path: CUSTOMERS, headers: { ...key, ...json }, body: newCustomer },
  401: { method: 'GET', status: 401, path: `${CUSTOMERS}/1`, headers: {} },
  422: {
    method: 'POST',
    status: 422,
    path: CUSTOMERS,
    headers: { ...key, ...json },
    body: JSON.stringify({ name: 'Jane Doe', email: 'nope', age: -1 }),
  },
};

/** The same requests for a server without API keys and constraints. */
export const plainRequests: Readonly<Partial<Record<ServerRequestKind, LoadRequest>>> = {
  'GET one': { method: 'GET', status: 200, path: '/Customer/1', headers: {} },
  'GET list of 20': { method: 'GET', status: 200, path: '/Customer?_page=1&_limit=20', headers: {} },
  POST: { method: 'POST', status: 201, path: '/Customer', headers: json, body: newCustomer },
};

/** A realistic mix of requests: most read, some write, and some are refused in each way that clients cause. */
export const mixedRequests: readonly LoadRequest[] = [
  ...Array<LoadRequest>(6).fill(workspaceRequests['GET one']),
  ...Array<LoadRequest>(3).fill(workspaceRequests['GET list of 20']),
  { ...workspaceRequests['GET one'], path: `${SALES}/Order?filter[customer_id]=1&expand=customer` },
  ...Array<LoadRequest>(3).fill(workspaceRequests.POST),
  { ...workspaceRequests.POST, method: 'PUT', status: 200, path: `${CUSTOMERS}/1`, body: '{"age":37}' },
  { ...workspaceRequests.POST, path: `${CUSTOMERS}/bulk`, status: 200, body: `[${newCustomer},{"name":""}]` },
  { ...workspaceRequests.POST, status: 409, body: '{"name":"Ada","email":"ada@example.com"}' },
  { ...workspaceRequests['GET one'], status: 404, path: `${CUSTOMERS}/999999999` },
  workspaceRequests[401],
  workspaceRequests[422],
];
