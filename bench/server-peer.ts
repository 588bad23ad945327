/** A request and its expected status. */
export interface LoadRequest {
  readonly method: string;
  readonly status: number;
  /** The part of the URL after the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `[<id>]` in it is replaced with a string that is unique to each request. */
  readonly body?: string;
}

/** A server in a comparison. */
export interface ServerPeer<Kind extends string> {
  readonly name: string;
  /** Returns the arguments for Node that start it on a port. */
  readonly start: (port: number) => readonly string[];
  /** Environment variables to set, or to unset with `undefined`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The request of each kind. A kind is left out if the server has no such response. */
  readonly requests: Readonly<Partial<Record<Kind, LoadRequest>>>;
}
