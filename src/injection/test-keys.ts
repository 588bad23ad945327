import { injections } from './injections.ts';

/** What each key of a target file must lead to. */
const meanings = {
  readWrite: 'success',
  readOnly: 'readOnlyKey',
  expired: 'expiredApiKey',
  revoked: 'invalidApiKey',
  otherWorkspace: 'wrongWorkspace',
} as const satisfies Readonly<Record<string, (typeof injections.keys)[keyof typeof injections.keys]>>;

/** Returns the test keys by their names in a target file, for verifying a server for development. */
export function testKeys(): { readonly [Name in keyof typeof meanings]?: string } {
  const keys = Object.entries(injections.keys);
  return Object.fromEntries(
    Object.entries(meanings).flatMap(([name, meaning]) =>
      keys.filter(([, scenario]) => scenario === meaning).map(([key]) => [name, key] as const),
    ),
  );
}
