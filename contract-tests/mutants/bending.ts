/** A request on its way to the real server. */
export interface BentRequest {
  readonly method: string;
  /** Raw, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer on its way back. */
export interface BentResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The whole answer as it goes over the wire, in place of all that; then the connection is closed. */
  readonly wire?: string | Uint8Array;
}

/** Whatever answers requests: the real server, or one that is bent. */
export type Server = (request: BentRequest) => Promise<BentResponse>;

/**
 * Makes a server that differs from the real one. It is called once for each server that is started, so that what it remembers
 * is that server's own.
 */
export type Bending = (real: Server) => Server;
