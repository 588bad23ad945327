/** A record that the run created, or may have created, and that may still exist. */
export interface Leftover {
  readonly collection: string;
  /** Its id, or the values that it was sent with if the id is not known. */
  readonly record: string;
  readonly reason: string;
}

/** Thrown if the target cannot be reached or judged now. Says nothing about whether the target conforms to the contract. */
export class TargetUnavailable extends Error {
  override readonly name = 'TargetUnavailable';
}

/** Thrown if the run was stopped from outside. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('the run was interrupted');
  }
}
