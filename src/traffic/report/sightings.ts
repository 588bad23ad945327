import type { SeenBetween } from './traffic-report.ts';

/** Counts what was seen, and remembers the first and the last time. */
export class Sightings {
  #count = 0;
  #first: string | undefined;
  #last: string | undefined;

  /** @param at in the format of RFC 3339; `undefined` if it is not known */
  add(at: string | undefined): void {
    this.#count += 1;
    const time = at === undefined ? NaN : Date.parse(at);
    if (at === undefined || Number.isNaN(time)) return;
    if (this.#first === undefined || time < Date.parse(this.#first)) this.#first = at;
    if (this.#last === undefined || time > Date.parse(this.#last)) this.#last = at;
  }

  get between(): SeenBetween {
    return { count: this.#count, firstSeen: this.#first ?? null, lastSeen: this.#last ?? null };
  }
}
