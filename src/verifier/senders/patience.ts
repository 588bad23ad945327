import { TargetUnavailable } from './target-unavailable.ts';

const MOST_UNANSWERED = 10;

/** Counts the requests in a row that got no answer. One that got none is a finding; many in a row are a target that is gone. */
export class Patience {
  #unanswered = 0;

  answered(): undefined {
    this.#unanswered = 0;
  }

  /** Why the target can not be judged any more; `undefined` while there is hope. */
  unanswered(why: string): TargetUnavailable | undefined {
    this.#unanswered += 1;
    if (this.#unanswered < MOST_UNANSWERED) return undefined;
    return new TargetUnavailable(`${MOST_UNANSWERED} requests in a row got no answer; the last one: ${why}`);
  }
}
