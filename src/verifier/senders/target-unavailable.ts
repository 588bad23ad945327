/** A record that the run created and could not delete again. */
export interface Leftover {
  readonly collection: string;
  /** Its id, or its unique value where the id was not found. */
  readonly record: string;
  readonly reason: string;
}

/** The target can not be reached, or can not be judged now: nothing is said about whether it keeps the contract. */
export class TargetUnavailable extends Error {
  override readonly name = 'TargetUnavailable';
  /** What the run had created by then and could not delete again. */
  leftovers: readonly Leftover[] = [];
}

/** The run was stopped from outside; what it had created was deleted again, but for the leftovers. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  leftovers: readonly Leftover[];

  constructor(leftovers: readonly Leftover[] = []) {
    super('the run was interrupted');
    this.leftovers = leftovers;
  }
}
