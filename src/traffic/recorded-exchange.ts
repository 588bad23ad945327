/** Values of headers by lower-case name. Those of repeated headers are joined with `, `. */
export type HeaderValues = Readonly<Record<string, string>>;

/** A request as it was recorded. */
export interface RecordedRequest {
  readonly method: string;
  /** Absolute, or everything after the base URL. */
  readonly url: string;
  readonly headers: HeaderValues;
  /** `undefined` if there was none, or it was not recorded. */
  readonly body?: string;
}

/** A response as it was recorded. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: HeaderValues;
  /** `undefined` if it was not recorded. A recording can leave bodies out, or cut them. */
  readonly body?: string;
}

/** A request and its response as they were recorded. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** When the request was sent, in the format of RFC 3339; `undefined` if it was not recorded. */
  readonly startedAt?: string;
}
