/** The command line is invalid. The message says what to change; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command line is valid, but the command cannot be carried out. The one-line message says what to do next; the exit code is 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The exit codes of all commands. */
export const exitCodes = {
  fine: 0,
  /** The target broke the contract. */
  broken: 1,
  /** The command line is invalid, the command cannot be carried out, or the target cannot be reached or judged. */
  unusable: 2,
  /** Stopped by Ctrl-C: 128 plus the number of SIGINT, the convention of shells. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
