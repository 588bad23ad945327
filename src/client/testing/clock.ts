/** A clock for tests, which stands still until it is advanced. */
export interface Clock {
  /** Runs the timers of the next milliseconds in order, and what they started, up to the next wait. */
  advance(milliseconds: number): Promise<void>;
  restore(): void;
}

/** The longest delay of a timer. A timer with a longer one fires after a millisecond, in Node as in browsers. */
const LONGEST = 2 ** 31 - 1;

/** A timer, with the methods of Node's that the runtime itself calls: `fetch` of Node 20 uses the replaced timers, too. */
interface Timer {
  unref(): Timer;
  ref(): Timer;
  refresh(): Timer;
}

/** Replaces the timers of the runtime with those of a clock. */
export function startClock(): Clock {
  const { setTimeout, clearTimeout } = globalThis;
  const timers = new Map<Timer, { readonly at: number; readonly run: () => void }>();
  let now = 0;
  const start = (run: () => void, delay = 0): Timer => {
    const timer: Timer = {
      unref: () => timer,
      ref: () => timer,
      refresh() {
        timers.set(timer, { at: now + (delay > LONGEST ? 1 : Math.max(1, Math.trunc(delay))), run });
        return timer;
      },
    };
    return timer.refresh();
  };
  const clear = (timer: Timer): void => void timers.delete(timer);
  Object.assign(globalThis, { setTimeout: start, clearTimeout: clear });
  return {
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
        if (!next) break;
        const [timer, { at, run }] = next;
        now = at;
        timers.delete(timer);
        run();
        await new Promise((resolve) => setTimeout(resolve));
      }
      now = end;
    },
    restore: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}
