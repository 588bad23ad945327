import type { Target } from '../../plan/index.ts';

/** The waits before further reads, as shares of the time that the target takes to show a change. Their sum is one. */
const SHARES = [0.02, 0.08, 0.2, 0.3, 0.4];

/** A target that did not show this many changes in time, with none in between that it showed late, is not waited for again. */
const MOST_LATE = 3;

/** Decides how long to wait for a target to show a change. */
export class Settling {
  readonly #shares: readonly number[];
  readonly #settle: number;
  readonly #wait: (milliseconds: number) => Promise<unknown>;
  #late = 0;

  /**
   * @param settle in milliseconds; at 0, nothing is read again
   * @param wait waits for some milliseconds
   */
  constructor({ settle }: Pick<Target, 'settle'>, wait: (milliseconds: number) => Promise<unknown>) {
    this.#shares = settle === 0 ? [] : SHARES;
    this.#settle = settle;
    this.#wait = wait;
  }

  /** Calls `look` until its result is settled or the time allowed to the target is over. Returns the last result. */
  async until<Seen>(look: () => Promise<Seen>, isSettled: (seen: Seen) => boolean): Promise<Seen> {
    let seen = await look();
    if (isSettled(seen) || this.#late >= MOST_LATE) return seen;
    for (const share of this.#shares) {
      await this.#wait(share * this.#settle);
      seen = await look();
      if (!isSettled(seen)) continue;
      this.#late = 0;
      return seen;
    }
    this.#late += 1;
    return seen;
  }
}
