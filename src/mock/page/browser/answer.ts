/** The response to a request. */
export interface Answer {
  readonly status: number;
  /** The reason phrase after the status. */
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  /** Time from sending the request to receiving the whole body. */
  readonly milliseconds: number;
}
