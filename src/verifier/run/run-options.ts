import type { Target } from '../../plan/index.ts';
import type { SentCase } from '../../judge/index.ts';
import type { Connection } from '../senders/sender.ts';
import type { Selection } from './selection.ts';

/** Options for one part of a run: a sender, or the probes. */
export interface RunOptions {
  readonly target: Target;
  readonly connection: Connection;
  /** The maximum number of requests in flight. */
  readonly concurrency: number;
  readonly selection: Selection;
  readonly onProgress: (done: number, total: number, part: string) => void;
  /** Called with each case as soon as it is sent. */
  readonly onSent?: ((sent: SentCase) => void) | undefined;
  /** Stops the run. The records it created are still deleted. */
  readonly signal?: AbortSignal | undefined;
}
