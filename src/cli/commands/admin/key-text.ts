import type { IssuedKey, KeySummary } from '../../../server/index.ts';

/** Returns the name of a key with its workspace. */
export function calledInFull({ name, organization, workspace }: KeySummary): string {
  return `${name} of ${organization}/${workspace}`;
}

/** Returns the state of a key at a given time. */
export function stateOf({ revoked, expiresAt }: KeySummary, now: Date): 'active' | 'expired' | 'revoked' {
  if (revoked) return 'revoked';
  return expiresAt !== undefined && now >= expiresAt ? 'expired' : 'active';
}

/** Returns the expiry of a key as text, without milliseconds if they are zero. */
export function expiryText({ expiresAt }: KeySummary): string {
  return expiresAt === undefined ? 'never' : expiresAt.toISOString().replace('.000Z', 'Z');
}

/** Returns a key as `--json` prints it. */
export function keyJson(key: KeySummary, now: Date): object {
  const { organization, workspace, name, prefix, permission, expiresAt } = key;
  const expires = expiresAt?.toISOString() ?? null;
  return { organization, workspace, name, prefix, permission, expiresAt: expires, state: stateOf(key, now) };
}

/** Prints a new key: the key itself to standard output, for scripts, and everything else to standard error. */
export function printIssued(key: IssuedKey, done: string, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify({ ...keyJson(key, new Date()), key: key.key }, null, 2));
    return;
  }
  console.error(`${done} the key ${calledInFull(key)}: ${key.permission}, expires ${expiryText(key)}.`);
  console.error('Copy it now; it is not shown again:');
  console.log(key.key);
}
