import type { Masker, Secrets } from '../../masking/index.ts';
import { credentialsIn, maskerOf } from '../../masking/index.ts';
import type { RecordedExchange } from '../../traffic/index.ts';

/** How many credentials to remember. A recording of many users has many, and each makes masking slower. */
const MOST_CREDENTIALS = 500;

/**
 * Hides the keys of traffic: those that are known, and every credential that any exchange had so far. A key that one request sends in
 * a header may be in the address or the response of another.
 */
export class TrafficMasker {
  readonly #secrets: Secrets;
  readonly #seen = new Map<string, string>();
  #mask: Masker | undefined;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** Remembers the credentials of an exchange. */
  see({ request, response }: RecordedExchange): void {
    for (const [name, secret] of Object.entries(credentialsIn([request.headers, response.headers], request.url))) {
      if (this.#seen.has(secret)) continue;
      const [oldest] = this.#seen.keys();
      if (oldest !== undefined && this.#seen.size === MOST_CREDENTIALS) this.#seen.delete(oldest);
      this.#seen.set(secret, name);
      this.#mask = undefined;
    }
  }

  /** Hides every key that is known or was seen. */
  readonly mask = <Value>(value: Value): Value => {
    this.#mask ??= maskerOf({ secrets: { ...this.#named(), ...this.#secrets } });
    return this.#mask(value);
  };

  /** Two credentials may come from headers of the same name. */
  #named(): Secrets {
    const named: Record<string, string> = {};
    for (const [secret, name] of this.#seen) {
      let free = name;
      for (let number = 2; Object.hasOwn(named, free); number += 1) free = `${name}_${number}`;
      named[free] = secret;
    }
    return named;
  }
}
