/** A request as it came: nothing of it is decoded or merged yet. */
export interface MockRequest {
  readonly method: string;
  readonly httpVersion: string;
  readonly path: string;
  /** What stands behind the `?`. */
  readonly query: string;
  /** The values of each header by its lower-case name; more than one where it was sent more than once. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** At most as long as the contract lets a body be. */
  readonly body: Uint8Array | 'tooLong';
}
