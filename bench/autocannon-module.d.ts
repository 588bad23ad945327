/** What the benchmarks use of autocannon, which has no types of its own. */
declare module 'autocannon' {
  export interface Options {
    readonly url: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
    /** Sent in turn, where they are not all alike. */
    readonly requests?: readonly Pick<Options, 'method' | 'path' | 'headers' | 'body'>[];
    readonly path?: string;
    /** Whether `[<id>]` in a body is replaced by a text that no other request has. */
    readonly idReplacement?: boolean;
    readonly connections: number;
    /** In seconds. */
    readonly duration?: number;
    /** How many requests are sent a second at the most, on all connections together. */
    readonly overallRate?: number;
    /** How many requests are sent in all, in place of a duration. */
    readonly amount?: number;
  }

  export interface Result {
    readonly requests: { readonly total: number };
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    /** In seconds. */
    readonly duration: number;
    readonly errors: number;
    /** How many answers had which status. */
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
