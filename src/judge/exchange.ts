import type { PlannedCase, PlannedRequest } from '../plan/index.ts';

/** A response as received over the wire. */
export interface ReceivedResponse {
  readonly status: number;
  /** Values, keyed by lower-case name. Repeated headers are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The size of the body as received, in bytes, if it was so long that `body` is only a part of it. */
  readonly bodySize?: number;
}

/** A request and its outcome: a response, or the reason why there was none. */
export type Exchange = { readonly request: PlannedRequest } & (
  | { readonly response: ReceivedResponse }
  | {
      readonly failure: string;
      /** Whether the request got no response on a fresh connection either, while the target responded to another request. */
      readonly confirmed?: boolean;
    }
);

/** A planned case after it was sent. */
export interface SentCase {
  readonly planned: PlannedCase;
  readonly exchange: Exchange;
  /** Why the sender's own check rejects the response; `undefined` if the sender accepts it or does not check. */
  readonly verdict?: string;
}
