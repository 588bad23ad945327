import { plainThrown } from './read-thrown.ts';

/** Marks the errors of every copy of this package: an application may have installed several. */
const BRAND = Symbol.for('workspace-api-client');

/** What the three errors of the client have in common. */
export class CallError extends Error {
  declare readonly headers?: Headers;
  /** Whether the failure may be temporary, and it is safe to repeat the call: see `isRetryable`. */
  declare readonly retryable?: boolean;

  constructor(message: string, members: object, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, members);
  }

  /** Whether a value is an error of this class, from this copy of the package or another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A cast at the boundary: of any value except `undefined` and `null`, a member can be read.
    return (value as Partial<CallError> | null | undefined)?.[BRAND] === this.prototype.name;
  }

  get [BRAND](): string {
    return this.name;
  }

  /** The error as plain data, for `JSON.stringify`: everything that is known about it, except the request, the API key and the stack. */
  toJSON(): object {
    const { name, message, headers } = this;
    // A replacement for `fetch` in a test may return a response without headers.
    const plainHeaders = headers && Object.fromEntries(headers.entries?.() ?? []);
    return Object.assign({ name, message }, this, { headers: plainHeaders, cause: plainThrown(this.cause) });
  }
}
