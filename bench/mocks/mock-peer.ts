/** What is asked of every mock. */
export const requestKinds = ['GET 200', 'GET 401', 'GET 404', 'POST 422'] as const;

export type RequestKind = (typeof requestKinds)[number];

/** How one mock is made to answer one kind of request. */
export interface MockRequest {
  /** Behind the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A server that answers what the contract documents. */
export interface MockPeer {
  readonly name: string;
  /** What Node is called with to start it on a port. */
  readonly start: (port: number) => readonly string[];
  readonly requests: Readonly<Record<RequestKind, MockRequest>>;
}

/** Breaks two constraints of the demo's customer. */
export const invalidCustomer = JSON.stringify({ name: 'Jane', email: 'nope', age: -1 });

/** Requests as they are written for mocks that choose an answer by `Prefer`, and know of no workspaces. */
export const requestsByPrefer: MockPeer['requests'] = {
  'GET 200': { path: '/Customer', headers: { authorization: 'Bearer some-key' } },
  'GET 401': { path: '/Customer', headers: {} },
  'GET 404': {
    path: '/Customer',
    headers: { authorization: 'Bearer some-key', prefer: 'code=404, example=entityNotFound' },
  },
  'POST 422': {
    path: '/Customer',
    headers: { authorization: 'Bearer some-key', 'content-type': 'application/json', prefer: 'code=422' },
    body: invalidCustomer,
  },
};
