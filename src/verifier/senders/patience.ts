import { TargetUnavailable } from './target-unavailable.ts';

const MOST_UNANSWERED = 10;

/** Counts requests in a row that got no response. A single one is a finding; many in a row mean that the target is gone. */
export class Patience {
  #unanswered = 0;

  answered(): undefined {
    this.#unanswered = 0;
  }

  /** Counts a request without a response. Returns an error once there are too many, and `undefined` before. */
  unanswered(why: string): TargetUnavailable | undefined {
    this.#unanswered += 1;
    if (this.#unanswered < MOST_UNANSWERED) return undefined;
    return new TargetUnavailable(`${MOST_UNANSWERED} requests in a row got no response; the last one failed: ${why}`);
  }
}
