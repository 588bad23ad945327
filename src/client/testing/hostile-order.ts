/** What a hostile server is to answer. Without a status it closes the connection before any answer. */
export interface HostileAnswer {
  readonly status?: number;
  /** JSON's content type by default. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `cut` closes the connection in the middle of the body, `never` leaves it open there. */
  readonly ending?: 'whole' | 'cut' | 'never';
  /** Bytes instead of all that. */
  readonly raw?: string;
}

/** What a request orders by its header: an answer for each time it is sent; the last one stands for all that follow. */
export interface HostileOrder {
  readonly name: string;
  readonly answers: readonly HostileAnswer[];
}

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** The header that carries an order, as percent-encoded JSON. */
export const ORDER_HEADER = 'x-order';

/** Where the requests of an order can be read. */
export const SEEN_PATH = '/seen';
