import type { BentResponse, Server } from './bending.ts';

/**
 * Lets a bent server store the same unique value twice, which the real server rejects. The duplicate is stored under an
 * alias, and responses show the original value instead.
 */
export class Aliases {
  readonly #valueOf = new Map<string, string>();

  /**
   * Adds an alias for a value and returns it. The alias keeps the value's format: `alias-1-jane@example.com` for
   * `jane@example.com`.
   */
  add(value: unknown): string {
    const alias = `alias-${this.#valueOf.size + 1}-${String(value).includes('@') ? value : 'x@example.com'}`;
    this.#valueOf.set(alias, String(value));
    return alias;
  }

  /** Wraps the real server: its responses show values instead of aliases, and its filters also match aliases. */
  over(real: Server): Server {
    return async (request) => {
      const response: BentResponse = await real({ ...request, path: this.#filteringAliases(request.path) });
      const body = [...this.#valueOf].reduce((text, [alias, value]) => text.replaceAll(alias, value), response.body);
      return { ...response, body };
    };
  }

  /** Extends a list's filter on a value to match the value's aliases as well. */
  #filteringAliases(path: string): string {
    return [...this.#valueOf].reduce((filtered, [alias, value]) => {
      const [sent, added] = [encodeURIComponent(value), encodeURIComponent(alias)];
      return filtered.replace(`%5D=${sent}`, `.in%5D=${sent},${added}`).replace(`.in.in%5D`, '.in%5D');
    }, path);
  }
}
