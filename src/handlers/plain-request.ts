/** A request as the tool that intercepted it describes it. */
export interface PlainRequest {
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** By lowercase names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if the request has no body. */
  readonly body: Uint8Array;
}

/** A response, and how it is delivered. */
export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Milliseconds to wait before the response. */
  readonly delay: number;
  /** How the network breaks the response; `undefined` if it arrives. */
  readonly fault: 'reset' | 'truncate' | 'timeout' | undefined;
}
