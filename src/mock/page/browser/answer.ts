/** What came back for a request. */
export interface Answer {
  readonly status: number;
  /** The words behind the status. */
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  /** From the call until the body was there. */
  readonly milliseconds: number;
}
