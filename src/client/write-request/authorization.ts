import { TransportError } from '../result/transport-error.ts';

/** An API key, or a function that returns the current one. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Returns the header with the API key (RFC 6750, section 2.1).
 * @throws {TransportError} `INVALID_REQUEST` when the key is missing, empty, or contains anything except visible ASCII. Unlike the
 * error of `Headers`, this one does not contain the key.
 */
export function authorization(apiKey: string | null | undefined): { readonly Authorization: string } {
  if (/^[!-~]+$/.test(apiKey ?? '')) return { Authorization: `Bearer ${apiKey}` };
  throw new TransportError('INVALID_REQUEST', 'apiKey is not visible ASCII');
}
