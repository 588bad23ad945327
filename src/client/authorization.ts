import { TransportError } from './transport-error.ts';

/**
 * Writes the header that carries an API key (RFC 6750, section 2.1).
 * @throws {TransportError} `INVALID_REQUEST` when no header can carry it. The key is not repeated, as `Headers` itself would do.
 */
export function authorization(apiKey: string): { readonly Authorization: string } {
  const header = { Authorization: `Bearer ${apiKey}` };
  try {
    new Headers(header);
  } catch {
    throw new TransportError('INVALID_REQUEST', new TypeError('apiKey has a character that no header can carry'));
  }
  return header;
}
