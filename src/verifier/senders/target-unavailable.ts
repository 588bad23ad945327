/** A record that the run created and could not delete. */
export interface Leftover {
  readonly collection: string;
  /** Its id, or its unique value if the id is not known. */
  readonly record: string;
  readonly reason: string;
}

/** Thrown if the target cannot be reached or judged now. Says nothing about whether the target conforms to the contract. */
export class TargetUnavailable extends Error {
  override readonly name = 'TargetUnavailable';
  /** Records that the run had created by then and could not delete. */
  leftovers: readonly Leftover[] = [];
}

/** Thrown if the run was stopped from outside. The records it had created were deleted, except for the leftovers. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  leftovers: readonly Leftover[];

  constructor(leftovers: readonly Leftover[] = []) {
    super('the run was interrupted');
    this.leftovers = leftovers;
  }
}
