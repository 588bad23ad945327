import { TransportError } from '../result/transport-error.ts';

/**
 * Writes the header that carries an API key (RFC 6750, section 2.1).
 * @throws {TransportError} `INVALID_REQUEST` when there is no key, or it is no visible ASCII. It is not repeated, as `Headers` itself would do.
 */
export function authorization(apiKey: string | undefined): { readonly Authorization: string } {
  if (/^[!-~]+$/.test(apiKey ?? '')) return { Authorization: `Bearer ${apiKey}` };
  throw new TransportError('INVALID_REQUEST', 'bad apiKey');
}
