import type { IssuedKey, KeySummary } from '../../../server/index.ts';

/** What a key is called in full. */
export function calledInFull({ name, organization, workspace }: KeySummary): string {
  return `${name} of ${organization}/${workspace}`;
}

/** Whether a key is valid now, and why not. */
export function stateOf({ revoked, expiresAt }: KeySummary, now: Date): 'active' | 'expired' | 'revoked' {
  if (revoked) return 'revoked';
  return expiresAt !== undefined && now >= expiresAt ? 'expired' : 'active';
}

/** When a key expires, in words. */
export function expiryText({ expiresAt }: KeySummary): string {
  return expiresAt === undefined ? 'never' : expiresAt.toISOString().replace('.000Z', 'Z');
}

/** A key as `--json` shows it. */
export function keyJson(key: KeySummary, now: Date): object {
  const { organization, workspace, name, prefix, permission, expiresAt } = key;
  const expires = expiresAt?.toISOString() ?? null;
  return { organization, workspace, name, prefix, permission, expiresAt: expires, state: stateOf(key, now) };
}

/** Prints a key for the only time: itself alone to standard output, so that a script can take it, and the rest beside it. */
export function printIssued(key: IssuedKey, done: string, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify({ ...keyJson(key, new Date()), key: key.key }, null, 2));
    return;
  }
  console.error(`${done} the key ${calledInFull(key)}: ${key.permission}, expires ${expiryText(key)}.`);
  console.error('This is the only time that it is shown:');
  console.log(key.key);
}
