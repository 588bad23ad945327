/** A finding that the caller knows of: which one it is, and why it is left. */
export interface KnownFinding {
  readonly check: string;
  readonly operationId: string;
  readonly scenario: string;
  /** Any variant without it. */
  readonly variant?: string;
  readonly reason: string;
}
