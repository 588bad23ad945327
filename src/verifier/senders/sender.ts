import type { PlannedCase } from '../../plan/index.ts';
import type { SentCase } from '../exchange.ts';
import type { Connection } from './connection.ts';

export const senderNames = ['http', 'dredd'] as const;

/** Who sends the plan: our own HTTP client, or Dredd. */
export type SenderName = (typeof senderNames)[number];

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
