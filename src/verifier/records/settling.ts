import type { Target } from '../../plan/index.ts';

/** The waits before further reads, as shares of the time that the target takes to show a change. Their sum is one. */
const SHARES = [0.02, 0.08, 0.2, 0.3, 0.4];

/** A target that did not show this many changes in time is not waited for again. */
const MOST_LATE = 3;

/** Decides how long to wait for a target to show a change. */
export class Settling {
  readonly #settle: number;
  readonly #wait: (milliseconds: number) => Promise<unknown>;
  #late = 0;

  constructor({ settle }: Pick<Target, 'settle'>, wait: (milliseconds: number) => Promise<unknown>) {
    this.#settle = settle;
    this.#wait = wait;
  }

  /** Looks until what is seen is settled, or until the target has had its time. Returns what was seen last. */
  async until<Seen>(look: () => Promise<Seen>, isSettled: (seen: Seen) => boolean): Promise<Seen> {
    let seen = await look();
    for (const share of this.#late < MOST_LATE ? SHARES : []) {
      if (isSettled(seen)) return seen;
      await this.#wait(share * this.#settle);
      seen = await look();
    }
    if (!isSettled(seen)) this.#late += 1;
    return seen;
  }
}
