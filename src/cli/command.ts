import type { OptionTable } from './arguments/option-table.ts';
import type { ExitCode } from './arguments/usage-error.ts';

/** One command of `workspace-api`. */
export interface Command {
  /** The text that `--help` prints. */
  readonly help: string;
  /** The options that it reads. */
  readonly options: OptionTable;
  /**
   * Runs the command with the arguments that follow its name, and returns the exit code.
   * @throws {UsageError} if the command line is invalid
   * @throws {Refusal} if the command cannot be carried out
   */
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}

/** A group of subcommands under one name. */
export interface CommandGroup {
  readonly help: string;
  readonly commands: Readonly<Record<string, Command | CommandGroup>>;
}
