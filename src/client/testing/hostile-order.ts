/** The response that a hostile server sends. Without a status, it closes the connection and sends nothing. */
export interface HostileAnswer {
  readonly status?: number;
  /** Defaults to the content type of JSON. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `cut` closes the connection in the middle of the body; `never` stops there and leaves it open. */
  readonly ending?: 'whole' | 'cut' | 'never';
  /** Raw bytes to send instead of all of the above. */
  readonly raw?: string;
}

/** The responses that a request orders in its header: one for each time it is sent. The last one repeats. */
export interface HostileOrder {
  readonly name: string;
  readonly answers: readonly HostileAnswer[];
}

/** A request as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** The header that carries an order, as percent-encoded JSON. */
export const ORDER_HEADER = 'x-order';

/** The path that returns the requests received for an order. */
export const SEEN_PATH = '/seen';
