import type { Target } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { HttpClient } from '../senders/http-client.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { cleanUp } from './clean-up.ts';
import type { CreatedRecord, CreatedUnseen } from './created-record.ts';
import { createdBy, createdUnseenBy } from './created-record.ts';

/** Keeps track of everything that a run created, whether intended or not, so that it can be deleted. */
export class Ledger {
  readonly #target: Target;
  readonly #client: HttpClient;
  readonly #run: string;
  readonly #created: CreatedRecord[] = [];
  readonly #unseen: CreatedUnseen[] = [];

  constructor(target: Target, client: HttpClient, run: string) {
    this.#target = target;
    this.#client = client;
    this.#run = run;
  }

  /** Records what an exchange created. */
  note(exchange: Exchange): void {
    const record = createdBy(this.#target, exchange);
    if (record !== undefined) this.#created.push(record);
    this.#unseen.push(...createdUnseenBy(this.#target, exchange, this.#run));
  }

  /** Deletes everything that was created. Never throws; returns the records that could not be deleted. */
  async deleteAll(): Promise<readonly Leftover[]> {
    if (this.#target.stateless) return [];
    return cleanUp(this.#client, this.#created.splice(0), this.#unseen.splice(0));
  }
}
