/** Timeouts, in milliseconds, and the size of the connection pool. */
export interface Limits {
  /** The maximum number of connections, half of which are for writes; at least 2. */
  readonly connections: number;
  /** How long to wait for a connection, whether new or released by another request. */
  readonly connect: number;
  /** How long PostgreSQL may work on a statement, including the wait for locks. */
  readonly statement: number;
  /** How long to wait for the result of a statement, in case PostgreSQL no longer responds. */
  readonly answer: number;
}

/** The default limits. They are short enough to send a response before a client or gateway gives up. */
export const defaultLimits: Limits = { connections: 10, connect: 3000, statement: 5000, answer: 6000 };
