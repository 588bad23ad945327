import type { MockPeer } from './mock-peer.ts';
import { invalidCustomer, requestsByPrefer } from './mock-peer.ts';

const CONTRACT = fileOf('../../generated/openapi.json');
const PRISM = fileOf('../../node_modules/.bin/prism');
const SALES = '/api/v1/acme-corp/sales';
const key = { authorization: 'Bearer sk_test_read_write' };

/** Requests as they happen in real life: ours answers by what is sent, the bare server by nothing but the path. */
const realRequests: MockPeer['requests'] = {
  'GET 200': { path: `${SALES}/Customer`, headers: key },
  'GET 401': { path: `${SALES}/Customer`, headers: {} },
  'GET 404': { path: `${SALES}/Custoer`, headers: key },
  'POST 422': {
    path: `${SALES}/Customer`,
    headers: { ...key, 'content-type': 'application/json' },
    body: invalidCustomer,
  },
};

/** Our own. */
export const ours: MockPeer = {
  name: 'ours',
  start: (port) => [fileOf('../../src/cli/main.ts'), 'mock', '--port', String(port)],
  requests: realRequests,
};

/** The mocks that are measured beside one another, and a bare server that has nothing to decide. */
export const mockPeers: readonly MockPeer[] = [
  ours,
  {
    name: 'Prism CLI',
    start: (port) => [PRISM, 'mock', '--port', String(port), CONTRACT],
    requests: requestsByPrefer,
  },
  {
    name: 'Prism CLI -v silent',
    start: (port) => [PRISM, 'mock', '-v', 'silent', '--port', String(port), CONTRACT],
    requests: requestsByPrefer,
  },
  {
    name: '@scalar/mock-server',
    start: (port) => [fileOf('./serve-scalar.ts'), String(port), CONTRACT],
    requests: requestsByPrefer,
  },
  {
    name: 'raw node:http',
    start: (port) => [fileOf('./serve-raw.ts'), String(port)],
    requests: realRequests,
  },
];

function fileOf(path: string): string {
  return new URL(path, import.meta.url).pathname;
}
