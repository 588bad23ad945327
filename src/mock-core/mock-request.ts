/** A request as it was received. Nothing is decoded or merged yet. */
export interface MockRequest {
  readonly method: string;
  readonly httpVersion: string;
  readonly path: string;
  /** The part of every path before `/{orgSlug}`; that of the mock by default. */
  readonly basePath?: string;
  /** The part after the `?`. */
  readonly query: string;
  /** The values of each header by its lowercase name; more than one if the header was sent more than once. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** `'tooLong'` if the body exceeds the limit of the contract. */
  readonly body: Uint8Array | 'tooLong';
}
