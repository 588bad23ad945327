import { TransportError } from '../result/transport-error.ts';

/**
 * Returns the header with the API key (RFC 6750, section 2.1).
 * @throws {TransportError} `INVALID_REQUEST` when the key is empty or contains anything except visible ASCII. Unlike the
 * error of `Headers`, this one does not contain the key.
 */
export function authorization(apiKey: string): { readonly Authorization: string } {
  if (/^[!-~]+$/.test(apiKey)) return { Authorization: `Bearer ${apiKey}` };
  throw new TransportError('INVALID_REQUEST', 'apiKey is not visible ASCII');
}
