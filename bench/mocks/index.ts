import { fileURLToPath } from 'node:url';

import type { ServerPeer } from '../server-peer.ts';
import type { MockRequestKind } from './requests.ts';
import { realRequests, requestsByPrefer } from './requests.ts';

const CONTRACT = fileOf('../../generated/openapi.json');
const PRISM = fileOf('../../node_modules/.bin/prism');

/** The mock of this project. */
export const ours: ServerPeer<MockRequestKind> = {
  name: 'ours',
  start: (port) => [fileOf('../../src/cli/main.ts'), 'mock', '--port', String(port)],
  requests: realRequests,
};

/** The mocks to compare, and a plain server that sends fixed responses. */
export const mockPeers: readonly ServerPeer<MockRequestKind>[] = [
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
  return fileURLToPath(new URL(path, import.meta.url));
}
