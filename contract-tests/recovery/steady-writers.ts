import { expect } from '@jest/globals';

const headers = { authorization: 'Bearer sk_live_demo_read_write', 'content-type': 'application/json' };

/** How many clients write at the same time. */
const WRITERS = 4;

/** Clients that create customers and, for each of them, an order that references it, one after the other. */
export class SteadyWriters {
  readonly #base: string;
  readonly #acknowledged: string[] = [];
  readonly #refused: unknown[] = [];
  readonly #work: Promise<unknown>;
  #isOver = false;
  #watchers: { readonly count: number; readonly reach: () => void }[] = [];

  constructor(url: string) {
    this.#base = `${url}/acme-corp/sales`;
    this.#work = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.#write(writer)));
  }

  /** The values of the customers and orders that the server has acknowledged so far. */
  get acknowledged(): readonly string[] {
    return [...this.#acknowledged];
  }

  /** Resolves when the server has acknowledged this many more writes. */
  more(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#watchers.push({ count: this.#acknowledged.length + count, reach: resolve });
    return promise;
  }

  /** Ends the writing, and asserts that every write was acknowledged. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#work;
    expect(this.#refused).toEqual([]);
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) {
      const name = `ORD-${writer}-${number}`;
      const customer = await this.#create('Customer', { name, email: `${name}@example.com` }, `${name}@example.com`);
      await this.#create('Order', { orderNumber: name, customer_id: customer }, name);
    }
  }

  async #create(entity: string, record: object, value: string): Promise<unknown> {
    const response = await fetch(`${this.#base}/${entity}`, { method: 'POST', headers, body: JSON.stringify(record) });
    const body = await response.json();
    if (response.status === 201) this.#acknowledged.push(value);
    else this.#refused.push({ value, status: response.status, body });
    const reached = this.#watchers.filter(({ count }) => count <= this.#acknowledged.length);
    this.#watchers = this.#watchers.filter((watcher) => !reached.includes(watcher));
    for (const { reach } of reached) reach();
    return body.data?.id;
  }
}
