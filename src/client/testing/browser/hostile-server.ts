import type { HostileServer } from '../hostile-server.ts';

/** In a browser, the hostile server is already running: it served the page. */
export function startHostileServer(): Promise<HostileServer> {
  return Promise.resolve({ url: location.origin, closedUrl: 'http://127.0.0.1:1', close: () => Promise.resolve() });
}
