/** A request, and the status that has to answer it. */
export interface LoadRequest {
  readonly method: string;
  readonly status: number;
  /** Behind the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `[<id>]` in it becomes a text that no other request has. */
  readonly body?: string;
}

/** A server that is measured beside others. */
export interface ServerPeer<Kind extends string> {
  readonly name: string;
  /** What Node is called with to start it on a port. */
  readonly start: (port: number) => readonly string[];
  /** Variables that it has besides ours, or does not have. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** How it is made to answer each kind of request; a kind is left out where it has no such answer. */
  readonly requests: Readonly<Partial<Record<Kind, LoadRequest>>>;
}
