import type { IncomingMessage } from 'node:http';

import { fail } from '../../contract/index.ts';
import type { FindTestKey } from '../development/test-keys.ts';
import { headerValues } from '../request/header-values.ts';
import { hashOf } from '../store/key-hash.ts';
import type { Store, StoredKey } from '../store/store.ts';

/** RFC 9110 (section 11.1): the scheme is case-insensitive and followed by a token68. */
const BEARER = /^bearer +(?<key>[A-Za-z0-9._~+/-]+=*) *$/i;

/**
 * Returns the key that the request was sent with, if it is currently valid for the workspace in the path.
 * @param findTestKey finds what is no stored key, on a server for development
 * @throws `invalidApiKey`, `expiredApiKey` or `wrongWorkspace`
 */
export function requireKey(
  request: IncomingMessage,
  store: Store,
  { organization, workspace }: { readonly organization: string; readonly workspace: string },
  now: Date,
  findTestKey?: FindTestKey,
): Promise<StoredKey> {
  const sent = bearerOf(request);
  // Not thrown: throwing would dominate the cost of such a short response.
  if (sent === undefined) return Promise.reject(fail('invalidApiKey'));
  const own = store.findKey(hashOf(sent));
  const place = { organization, workspace };
  const found = findTestKey === undefined ? own : own.then((key) => key ?? findTestKey(sent, place, store));
  return found.then((key) => {
    if (key === undefined || key.revoked) throw fail('invalidApiKey');
    if (key.expiresAt !== undefined && now >= key.expiresAt) throw fail('expiredApiKey');
    if (key.organization !== organization || key.workspace !== workspace) throw fail('wrongWorkspace');
    return key;
  });
}

/** Returns what a request was sent with as its key; `undefined` if there is none, or it is malformed. */
export function bearerOf(request: IncomingMessage): string | undefined {
  const [authorization, ...others] = headerValues(request, 'authorization');
  if (authorization === undefined || others.length > 0) return undefined;
  return BEARER.exec(authorization)?.groups?.key;
}
