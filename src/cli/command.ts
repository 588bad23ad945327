import type { ExitCode } from './usage-error.ts';

/** One command of `workspace-api`. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Runs the command with what stands behind its name, and tells how it ended.
   * @throws {UsageError} when it was called wrongly
   */
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}
