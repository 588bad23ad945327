/** The target can not be reached, or can not be judged now: nothing is said about whether it keeps the contract. */
export class TargetUnavailable extends Error {
  override readonly name = 'TargetUnavailable';
}
