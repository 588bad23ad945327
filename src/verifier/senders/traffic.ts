import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { Clock } from './clock.ts';
import { realClock } from './clock.ts';
import { ControlRequests } from './control-requests.ts';
import type { Outcome } from './outcome.ts';
import { Pace } from './pace.ts';
import type { Refusal } from './refusal.ts';
import { refusalIn } from './refusal.ts';
import { TargetUnavailable } from './target-unavailable.ts';

export interface TrafficOptions {
  /** The maximum number of requests a second; no limit by default. */
  readonly rate?: number | undefined;
  /** The real clock by default. */
  readonly clock?: Clock | undefined;
  /** Ends all waiting. Requests that are sent after that, to clean up, wait again. */
  readonly signal?: AbortSignal | undefined;
}

/** How long a request that a limit refuses may wait, and all of a run together, in seconds. */
const LONGEST_LIMIT = 120;
const LONGEST_LIMITS = 600;

/** How long a request that a gateway refuses may wait while nothing else works either, in seconds. */
const LONGEST_GATEWAY = 60;

/** How long a run waits for a target that refuses with a code of its own, in seconds. */
const LONGEST_TARGET = 30;

/** How often a request is repeated if only this operation does not work, or if the target cannot be reached. */
const MOST_ATTEMPTS = 3;

/** How many requests may still be tried after the run has given up. They clean up. */
const LAST_ATTEMPTS = 3;

const SAFE = new Set(['GET', 'HEAD']);
const SERVICE_UNAVAILABLE = 503;

/**
 * What all requests of a run share: their pace, how long the run waits for a target that refuses for now, and whether the target
 * still responds.
 */
export class Traffic {
  readonly #pace: Pace;
  readonly #controls = new ControlRequests();
  #waitedForTarget = 0;
  #unansweredSinceEnd: number | undefined;

  constructor({ rate, clock = realClock, signal }: TrafficOptions = {}) {
    this.#pace = new Pace({ rate, clock, signal });
  }

  /**
   * Sends a request, as often as needed.
   * @param send sends it once
   * @param control sends a control request once, on a fresh connection
   * @throws {TargetUnavailable} if the target cannot be reached or judged now
   */
  async deliver(
    request: PlannedRequest,
    send: () => Promise<Outcome>,
    control: (request: PlannedRequest) => Promise<Outcome>,
  ): Promise<Exchange> {
    const isAlive = (): Promise<boolean> => this.#controls.anyAnswers((each) => this.#paced(() => control(each)));
    const isCleaningUp = this.#unansweredSinceEnd !== undefined;
    const end = (message: string): TargetUnavailable => {
      this.#unansweredSinceEnd = isCleaningUp ? (this.#unansweredSinceEnd ?? 0) + 1 : 0;
      return new TargetUnavailable(message);
    };
    let waited = 0;
    for (let attempt = 0; ; attempt += 1) {
      if (this.#unansweredSinceEnd === LAST_ATTEMPTS) throw new TargetUnavailable('the target stopped responding');
      const { exchange, kind } = await this.#paced(send);
      if ('failure' in exchange) {
        if (kind === 'unsent') await this.#outwait(attempt, () => end(exchange.failure));
        else if (kind !== 'silent' || !this.#controls.anyWorked || (await this.#isStillThere(isAlive))) return exchange;
        else
          throw end(
            `${inShort(request)} got no response (${exchange.failure}), nor did requests that had worked before`,
          );
        continue;
      }
      const refusal = refusalIn(request, exchange.response);
      if (refusal === undefined) {
        this.#unansweredSinceEnd = undefined;
        this.#controls.worked(request);
        return exchange;
      }
      const seconds = Math.max(refusal.seconds ?? 1, attempt === 0 ? 0 : Math.min(2 ** (attempt - 1), 8));
      waited += seconds;
      if (refusal.by === 'limit') this.#pauseAll(request, refusal, { seconds, waited, end });
      else if (refusal.by === 'target') {
        if (attempt === MOST_ATTEMPTS || this.#waitedForTarget + seconds > LONGEST_TARGET) return exchange;
        this.#waitedForTarget += seconds;
        await this.#pace.wait(seconds);
      } else {
        const isRepeatable = SAFE.has(request.method) || refusal.status === SERVICE_UNAVAILABLE;
        const isOver = !isRepeatable || attempt >= MOST_ATTEMPTS || this.#controls.isBroken(request);
        if (isOver && (await this.#isStillThere(isAlive))) {
          this.#controls.broke(request);
          return { request, failure: `a gateway returned ${refusal.status} instead of a response` };
        }
        if (!isRepeatable || waited > LONGEST_GATEWAY || this.#unansweredSinceEnd !== undefined) {
          throw end(
            `${inShort(request)} returned ${refusal.status} from a gateway: the target cannot be judged now, try again later`,
          );
        }
        await this.#pace.wait(seconds);
      }
    }
  }

  async #paced(send: () => Promise<Outcome>): Promise<Outcome> {
    await this.#pace.turn();
    return send();
  }

  /** Waits before repeating a request to a target that accepts no connections, for example because it is restarting. */
  async #outwait(attempt: number, end: () => TargetUnavailable): Promise<void> {
    if (this.#unansweredSinceEnd !== undefined || attempt === MOST_ATTEMPTS || !this.#controls.anyWorked) throw end();
    await this.#pace.wait(2 ** attempt);
  }

  async #isStillThere(isAlive: () => Promise<boolean>): Promise<boolean> {
    return this.#unansweredSinceEnd === undefined && (await isAlive());
  }

  /** Waits for a limit on requests, which concerns all of them. */
  #pauseAll(
    request: PlannedRequest,
    { seconds: asked }: Refusal,
    {
      seconds,
      waited,
      end,
    }: { readonly seconds: number; readonly waited: number; readonly end: (message: string) => TargetUnavailable },
  ): void {
    const isTooLong = waited > LONGEST_LIMIT || this.#pace.paused + seconds > LONGEST_LIMITS;
    if (!isTooLong && this.#unansweredSinceEnd === undefined) {
      this.#pace.pause(seconds);
      return;
    }
    const wish = asked === undefined ? '' : ` and asks to wait ${asked} s`;
    throw end(
      `${inShort(request)} returned 429${wish}: the server has locked the verifier out, or limits its requests; exempt the ` +
        `verifier, or wait and run it again with --rate N, which sends at most N requests a second`,
    );
  }
}

function inShort({ method, path }: PlannedRequest): string {
  return `${method} ${path}`;
}
