import { toTransportError } from './transport-error.ts';

/** What sends a request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** A `fetch` that throws nothing but `TransportError`. */
export function createTransport(fetch: Fetch): Fetch {
  return async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      throw toTransportError(error, request.signal);
    }
  };
}

/**
 * Reads a body to its end.
 * @throws {TransportError} when the connection breaks, or the call is aborted, before the body has ended.
 */
export async function readText(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw toTransportError(error, signal);
  }
}
