/** A request on its way to the real server. */
export interface BentRequest {
  readonly method: string;
  /** Raw, including the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response on its way back to the client. */
export interface BentResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The complete raw response, sent instead of the members above. The connection is closed after it. */
  readonly wire?: string | Uint8Array;
}

/** Anything that responds to requests: the real server or a bent one. */
export type Server = (request: BentRequest) => Promise<BentResponse>;

/** Makes a server that differs from the real one. Called once per started server, so servers do not share state. */
export type Bending = (real: Server) => Server;
