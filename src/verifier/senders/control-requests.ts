import type { PlannedRequest } from '../../plan/index.ts';
import type { Outcome } from './outcome.ts';
import { operationsOf, refusalIn } from './refusal.ts';

/** How many different requests are kept as control requests. Any of them may be the one that no longer works. */
const MOST = 4;

/** Requests that worked before. They show whether a target that did not respond to another request still responds at all. */
export class ControlRequests {
  readonly #worked = new Map<string, PlannedRequest>();
  readonly #broken = new Set<string>();
  #checking: Promise<boolean> | undefined;

  get anyWorked(): boolean {
    return this.#worked.size > 0;
  }

  /** Keeps a request that got a response, if it is one that changes nothing. */
  worked(request: PlannedRequest): void {
    if (request.method !== 'GET') return;
    const operation = operationOf(request);
    this.#worked.delete(operation);
    this.#worked.set(operation, request);
    const [oldest] = this.#worked.keys();
    if (this.#worked.size > MOST && oldest !== undefined) this.#worked.delete(oldest);
  }

  /** Remembers that an operation does not work although the target does. */
  broke(request: PlannedRequest): void {
    this.#broken.add(operationOf(request));
  }

  isBroken(request: PlannedRequest): boolean {
    return this.#broken.has(operationOf(request));
  }

  /** Sends the control requests, all at the same time, and returns whether any gets a response. */
  anyAnswers(send: (request: PlannedRequest) => Promise<Outcome>): Promise<boolean> {
    this.#checking ??= this.#check(send).finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  async #check(send: (request: PlannedRequest) => Promise<Outcome>): Promise<boolean> {
    const answers = await Promise.all(
      [...this.#worked.values()].map(async (request) => {
        const { exchange, kind } = await send(request);
        if ('failure' in exchange) return kind === 'broken';
        return refusalIn(request, exchange.response)?.by !== 'gateway';
      }),
    );
    return answers.includes(true);
  }
}

function operationOf(request: PlannedRequest): string {
  return `${request.method} ${operationsOf(request).join()}`;
}
