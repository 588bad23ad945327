/** The parts of autocannon that the benchmarks use. The package has no types of its own. */
declare module 'autocannon' {
  export interface Options {
    readonly url: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
    /** Requests to send in turn, if they are not all the same. */
    readonly requests?: readonly Pick<Options, 'method' | 'path' | 'headers' | 'body'>[];
    readonly path?: string;
    /** Whether to replace `[<id>]` in a body with a string that is unique to each request. */
    readonly idReplacement?: boolean;
    readonly connections: number;
    /** In seconds. */
    readonly duration?: number;
    /** The maximum number of requests per second, over all connections. */
    readonly overallRate?: number;
    /** The total number of requests, instead of a duration. */
    readonly amount?: number;
  }

  export interface Result {
    readonly requests: { readonly total: number };
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    /** In seconds. */
    readonly duration: number;
    readonly errors: number;
    /** The number of responses by status. */
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
