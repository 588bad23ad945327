/** A record that the run created and could not delete again. */
export interface Leftover {
  readonly collection: string;
  /** Its id, or its unique value where the id was not found. */
  readonly record: string;
  readonly reason: string;
}
