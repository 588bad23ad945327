import type { ExitCode } from './arguments/usage-error.ts';

/** One command of `workspace-api`. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Runs the command with what stands behind its name, and tells how it ended.
   * @throws {UsageError} when it was called wrongly
   * @throws {Refusal} when it can not be done
   */
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}

/** Commands under one name. */
export interface CommandGroup {
  readonly help: string;
  readonly commands: Readonly<Record<string, Command | CommandGroup>>;
}
