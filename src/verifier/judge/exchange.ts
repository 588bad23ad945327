import type { PlannedCase, PlannedRequest } from '../../plan/index.ts';

/** An answer as it came over the wire. */
export interface ReceivedResponse {
  readonly status: number;
  /** Values by name in lower case; a header that came more than once is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request and what came of it: a response, or a failure in words when none came. */
export type Exchange = { readonly request: PlannedRequest } & (
  { readonly response: ReceivedResponse } | { readonly failure: string }
);

/** A case of the plan after it was sent. */
export interface SentCase {
  readonly planned: PlannedCase;
  readonly exchange: Exchange;
  /** Why the sender itself judges that the case failed; `undefined` when it does not judge, or is content. */
  readonly verdict?: string;
}
