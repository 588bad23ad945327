import type { KeySummary, ShowKey } from '../../../server/index.ts';
import { printOnce, requireKeptOutput } from '../../output/print-once.ts';
import { jsonText } from '../../terminal/text.ts';

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

/**
 * Issues a key and shows it: the key itself on standard output, for scripts, and everything else on standard error. A key that
 * cannot be shown is not issued.
 * @param issue creates the key, and calls the function that it is given before the key counts
 * @throws {Refusal} if standard output cannot be written
 */
export async function issueShown(
  issue: (show: ShowKey) => Promise<KeySummary>,
  done: string,
  asJson: boolean,
): Promise<void> {
  requireKeptOutput();
  let isShown = false;
  const show: ShowKey = (key) => {
    printOnce(asJson ? jsonText({ ...keyJson(key, new Date()), key: key.key }) : `${key.key}\n`);
    isShown = true;
  };
  try {
    const key = await issue(show);
    if (asJson) return;
    console.error(`${done} the key ${calledInFull(key)}: ${key.permission}, expires ${expiryText(key)}.`);
    console.error('Copy it now; it is not shown again.');
  } catch (error) {
    if (isShown) console.error('The key above may not be valid, because the database did not confirm it.');
    throw error;
  }
}
