/**
 * Returns the signal if requests accept it. In some test environments they do not: `AbortController` is the one of the simulated
 * page, and `fetch` is Node's. Tries it without sending a request.
 */
export function acceptedSignal(signal: AbortSignal): AbortSignal | undefined {
  try {
    return new Request('http://a', { signal }) && signal;
  } catch {
    return undefined;
  }
}
