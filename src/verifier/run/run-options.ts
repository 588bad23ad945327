import type { Target } from '../../plan/index.ts';
import type { SentCase } from '../judge/exchange.ts';
import type { Connection } from '../senders/sender.ts';
import type { Selection } from './selection.ts';

/** How one part of a run goes: a sender's, or the probes'. */
export interface RunOptions {
  readonly target: Target;
  readonly connection: Connection;
  /** How many requests are under way at once, at most. */
  readonly concurrency: number;
  readonly selection: Selection;
  readonly onProgress: (done: number, total: number, part: string) => void;
  /** Called with each case as soon as it was sent. */
  readonly onSent?: ((sent: SentCase) => void) | undefined;
  /** Stops the run; what it created is deleted all the same. */
  readonly signal?: AbortSignal | undefined;
}
