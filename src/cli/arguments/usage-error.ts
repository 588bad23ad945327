/** The command was called wrongly; the message says what to change. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command was called rightly, but can not be done; the message says what to do next, in one line. Exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What scripts can tell from how a command ended. */
export const exitCodes = {
  fine: 0,
  /** The target broke the contract. */
  broken: 1,
  /** The command was called wrongly, or its target can not be reached or judged. */
  unusable: 2,
  /** Stopped by Ctrl-C: 128 and the number of SIGINT, as shells count. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
