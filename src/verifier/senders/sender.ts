import { createRequire } from 'node:module';

import type { PlannedCase } from '../../plan/index.ts';
import type { SentCase } from '../judge/exchange.ts';

export const senderNames = ['http', 'dredd'] as const;

/** Who sends the plan: our own HTTP client, or Dredd. */
export type SenderName = (typeof senderNames)[number];

/** The senders that can be used here: ours always, Dredd where it is installed. It is an optional peer of the published package. */
export function availableSenders(): readonly SenderName[] {
  return senderNames.filter((name) => name !== 'dredd' || isInstalled('dredd'));
}

/** How requests reach a target. */
export interface Connection {
  /** What stands before each request's path. */
  readonly baseUrl: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** Sent with every request, unless the request says otherwise. */
  readonly headers: Readonly<Record<string, string>>;
  /** The certificate authority to trust, in PEM; the system's without it. */
  readonly ca?: string;
  /** Whether any certificate is good enough. */
  readonly insecure: boolean;
}

export interface SendOptions {
  readonly connection: Connection;
  /** How many requests are under way at once, at most. */
  readonly concurrency: number;
  /** Once it is aborted, nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each case as soon as it was sent. */
  readonly onSent: (sent: SentCase) => void;
}

/**
 * Sends every case of a plan and tells what came of each. A case that it does not tell of was not sent, and its cell fails.
 * @throws {TargetUnavailable} when the target can not be reached or judged
 */
export type Sender = (cases: readonly PlannedCase[], options: SendOptions) => Promise<void>;

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
