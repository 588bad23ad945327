import type { PlannedRequest } from '../../../plan/index.ts';
import type { Answer } from './answer.ts';

/**
 * Sends a request to the mock.
 * @param baseUrl everything before the path of the request
 * @throws {TypeError} the browser's own error, if there is no response
 */
export async function sendRequest(baseUrl: string, { method, path, headers, body }: PlannedRequest): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers,
    cache: 'no-store',
    credentials: 'omit',
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
