import { createRequire } from 'node:module';

import type { SenderName } from './sender.ts';
import { senderNames } from './sender.ts';

/** The senders that can be used here: ours always, Dredd where it is installed. It is an optional peer of the published package. */
export function availableSenders(): readonly SenderName[] {
  return senderNames.filter((name) => name !== 'dredd' || isInstalled('dredd'));
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
