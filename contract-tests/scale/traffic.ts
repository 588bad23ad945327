import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { isObject, isPair, readEnvelope } from '../../src/contract/index.ts';
import { demoKeys } from '../../src/server/testing/test-server.ts';
import { until } from './until.ts';

/** Requests a second. They are sent at their time, whether or not the ones before were answered. */
const RATE = 200;

/** How long requests are sent, in seconds. A phase may take longer than its share. */
export const DURATION = Number(process.env.SCALE_SECONDS ?? 300);

/** What is known of a product that was created. */
interface Product {
  readonly sku: string;
  readonly id: number;
  /** Its name, or several if a change was answered with 500 or not at all. */
  names: readonly string[];
  /** `perhaps`: a deletion was answered with 500 or not at all. */
  existence: 'yes' | 'perhaps' | 'no';
  /** Whether a request about it is open. Another one could not know what to expect. */
  isBusy: boolean;
}

/** A response. The status is 0 if the connection was closed without one. */
interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

/** What happened in one phase. */
export interface Phase {
  readonly title: string;
  requests: number;
  /** How many responses had the status 500. */
  errors: number;
  /** How many requests got no response, because the connection was closed. */
  unanswered: number;
  /** The longest time between two acknowledged writes, in milliseconds. */
  longestGap: number;
  /** The longest response, in milliseconds. */
  slowest: number;
}

/** Reads and writes of products in the workspace `inventory`, with what each response must be. */
export class Traffic {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, scheduling: 'fifo' });
  readonly #products: Product[] = [];
  /** Products whose creation was answered with 500 or not at all. */
  readonly #perhaps = new Set<string>();
  readonly #open = new Set<Promise<void>>();
  readonly #phases: Phase[] = [];
  /** What must not happen, and how often it did. */
  readonly violations = new Map<string, number>();
  #sent = 0;
  #lastWrite = performance.now();
  /** When the newest of the acknowledged writes was sent. */
  #newestWrite = 0;

  constructor(url: string) {
    this.#url = new URL(`${url}/acme-corp/inventory/`);
  }

  get phases(): readonly Phase[] {
    return this.#phases;
  }

  /** Sends requests while each phase does its work, one after the other. A phase takes at least the same share of `DURATION`. */
  async run(phases: readonly (readonly [string, () => Promise<unknown>])[]): Promise<void> {
    await this.#warmUp();
    const timer = this.#sendAtTheirTime();
    try {
      for (const [title, work] of phases) {
        this.#phases.push({ title, requests: 0, errors: 0, unanswered: 0, longestGap: 0, slowest: 0 });
        await Promise.all([work(), wait((DURATION / phases.length) * 1000)]);
      }
    } finally {
      clearInterval(timer);
      while (this.#open.size > 0) await Promise.all(this.#open);
      this.#agent.destroy();
    }
  }

  /** Waits until a write is acknowledged that was sent after this call. */
  async nextWrite(): Promise<void> {
    const now = performance.now();
    await until('a write is acknowledged', () => this.#newestWrite > now);
  }

  /** Compares what the database has with what was acknowledged. Returns what does not agree. */
  disagreements(stored: ReadonlyMap<string, string>): readonly string[] {
    const known = new Map(this.#products.map((product) => [product.sku, product]));
    const lost = this.#products.flatMap(({ sku, names, existence }) => {
      const name = stored.get(sku);
      if (name === undefined) return existence === 'yes' ? [`${sku} was acknowledged, and is lost`] : [];
      if (existence === 'no') return [`${sku} was deleted, and is there`];
      return names.includes(name) ? [] : [`${sku} is called ${name} instead of ${names.join(' or ')}`];
    });
    const unknown = [...stored.keys()].filter((sku) => !known.has(sku) && !this.#perhaps.has(sku));
    return [...lost, ...unknown.map((sku) => `${sku} was never sent`)];
  }

  /** Returns how many products exist whose creation was not acknowledged. */
  createdInSpite(stored: ReadonlyMap<string, string>): number {
    return [...this.#perhaps].filter((sku) => stored.has(sku)).length;
  }

  get acknowledged(): number {
    return this.#products.length;
  }

  /** Servers that have just started are slow, and have no connections yet. */
  async #warmUp(): Promise<void> {
    for (let round = 0; round < 30; round += 1) await Promise.all(Array.from({ length: 20 }, () => this.#list()));
  }

  #sendAtTheirTime(): NodeJS.Timeout {
    const start = performance.now();
    this.#lastWrite = start;
    return setInterval(() => {
      while (this.#sent < ((performance.now() - start) / 1000) * RATE) this.#next();
    }, 5);
  }

  #next(): void {
    const number = (this.#sent += 1);
    const phase = this.#phases.at(-1);
    if (phase !== undefined) phase.requests += 1;
    const kind = number % 20;
    const known = kind < 8 ? undefined : this.#anyProduct(number);
    const work =
      known === undefined
        ? this.#create(`SKU-${String(number).padStart(6, '0')}`)
        : kind < 12
          ? this.#get(known)
          : kind < 16
            ? this.#list()
            : kind < 19
              ? this.#update(known, `name-${number}`)
              : this.#delete(known);
    const open = work.finally(() => this.#open.delete(open));
    this.#open.add(open);
  }

  /** Returns a product that exists and that no open request is about. */
  #anyProduct(number: number): Product | undefined {
    // A multiple of a prime visits old and new ones.
    const start = (number * 7919) % Math.max(1, this.#products.length);
    return this.#products.slice(start, start + 50).find(({ isBusy, existence }) => !isBusy && existence === 'yes');
  }

  async #create(sku: string): Promise<void> {
    const name = `name of ${sku}`;
    const { status, body } = await this.#send('POST', 'Product', { sku, name, price: 1 });
    const data = isObject(body) ? body.data : undefined;
    if (status !== 201 || !isObject(data)) return void this.#perhaps.add(sku);
    this.#products.push({ sku, id: Number(data.id), names: [name], existence: 'yes', isBusy: false });
  }

  async #get(product: Product): Promise<void> {
    product.isBusy = true;
    const { status, body } = await this.#send('GET', `Product/${product.id}`);
    product.isBusy = false;
    const data = isObject(body) ? body.data : undefined;
    if (status === 200 && !(isObject(data) && product.names.includes(String(data.name))))
      this.#violate(`${product.sku} was read with another name than the one that was written`);
  }

  async #list(): Promise<void> {
    await this.#send('GET', 'Product?size=20');
  }

  async #update(product: Product, name: string): Promise<void> {
    product.isBusy = true;
    const { status } = await this.#send('PUT', `Product/${product.id}`, { name });
    product.names = status === 200 ? [name] : [...product.names, name];
    product.isBusy = false;
  }

  async #delete(product: Product): Promise<void> {
    product.isBusy = true;
    const { status } = await this.#send('DELETE', `Product/${product.id}`);
    product.existence = status === 500 || status === 0 ? 'perhaps' : 'no';
    product.isBusy = false;
  }

  /** Sends a request. Every response but its success and a 500 of the contract is a violation. */
  async #send(method: string, path: string, sent?: object): Promise<Outcome> {
    const begun = performance.now();
    const phase = this.#phases.at(-1);
    const outcome = await this.#exchange(method, path, sent);
    const now = performance.now();
    const { status, body } = outcome;
    const isSuccess = status >= 200 && status < 300;
    const code = readEnvelope(body)?.code;
    if (!isSuccess && status !== 0 && !(status === 500 && isPair(status, code)))
      this.#violate(`${phase?.title}: ${method} ${path.replace(/\d+/, '')} was answered ${status} ${String(code)}`);
    if (phase === undefined) return outcome;
    if (status === 500) phase.errors += 1;
    if (status === 0) phase.unanswered += 1;
    phase.slowest = Math.max(phase.slowest, now - begun);
    if (method !== 'GET' && isSuccess) {
      const current = this.#phases.at(-1);
      if (current !== undefined) current.longestGap = Math.max(current.longestGap, now - this.#lastWrite);
      this.#lastWrite = now;
      this.#newestWrite = Math.max(this.#newestWrite, begun);
    }
    return outcome;
  }

  #violate(what: string): void {
    this.violations.set(what, (this.violations.get(what) ?? 0) + 1);
  }

  #exchange(method: string, path: string, sent: object | undefined): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const body = sent === undefined ? '' : JSON.stringify(sent);
    const headers = {
      authorization: `Bearer ${demoKeys.inventory}`,
      ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const fail = (): void => resolve({ status: 0, body: undefined });
    const request = httpRequest(new URL(path, this.#url), { method, headers, agent: this.#agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('error', fail).once('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(text) }));
    });
    request.once('error', fail).end(body);
    return promise;
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
