import type { BentResponse, Server } from './bending.ts';

/**
 * Lets a bent server hold a unique value twice, which the real one refuses: it is stored under an alias, and every answer says
 * the value in its place.
 */
export class Aliases {
  readonly #valueOf = new Map<string, string>();

  /** A new name for a value, which keeps its form: `alias-1-jane@example.com` for `jane@example.com`. */
  add(value: unknown): string {
    const alias = `alias-${this.#valueOf.size + 1}-${String(value).includes('@') ? value : 'x@example.com'}`;
    this.#valueOf.set(alias, String(value));
    return alias;
  }

  /** The real server, in whose answers every value has its own name, and whose filters find what has it. */
  over(real: Server): Server {
    return async (request) => {
      const response: BentResponse = await real({ ...request, path: this.#filteringAliases(request.path) });
      const body = [...this.#valueOf].reduce((text, [alias, value]) => text.replaceAll(alias, value), response.body);
      return { ...response, body };
    };
  }

  /** Asks for the aliases of a value as well, where a list is filtered by it. */
  #filteringAliases(path: string): string {
    return [...this.#valueOf].reduce((filtered, [alias, value]) => {
      const [sent, added] = [encodeURIComponent(value), encodeURIComponent(alias)];
      return filtered.replace(`%5D=${sent}`, `.in%5D=${sent},${added}`).replace(`.in.in%5D`, '.in%5D');
    }, path);
  }
}
