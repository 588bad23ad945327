import type { PlannedRequest } from '../../../plan/index.ts';
import type { Answer } from './answer.ts';
import type { Network } from './network.ts';
import { networkHeaders } from './network.ts';

/** How long to wait for a response that does not come, in milliseconds. */
const PATIENCE = 3000;

/**
 * Sends a request to the mock.
 * @param baseUrl everything before the path of the request
 * @throws {TypeError} the browser's own error, if there is no response
 */
export async function sendRequest(
  baseUrl: string,
  { method, path, headers, body }: PlannedRequest,
  network: Network,
): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { ...headers, ...networkHeaders(network) },
    cache: 'no-store',
    credentials: 'omit',
    // Nothing else would end a request whose response never comes.
    ...(network.fault === 'timeout' ? { signal: AbortSignal.timeout(PATIENCE) } : {}),
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    reason: response.statusText,
    headers: [...response.headers],
    text,
    milliseconds: performance.now() - start,
  };
}
