import { UsageError } from './arguments/usage-error.ts';
import type { Command, CommandGroup } from './command.ts';

/** A command, or a group of which none was named. */
export interface FoundCommand {
  readonly command: Command | CommandGroup;
  /** The names that lead to it. */
  readonly names: readonly string[];
  /** What stands behind them. */
  readonly words: readonly string[];
}

/**
 * Finds the command that words name.
 * @throws {UsageError} where a group has no command of that name
 */
export function findCommand({ command, names, words }: FoundCommand): FoundCommand {
  const [name, ...rest] = words;
  if (!('commands' in command) || name === undefined || name === '--help' || name === '-h')
    return { command, names, words };
  const next = Object.hasOwn(command.commands, name) ? command.commands[name] : undefined;
  if (next === undefined) {
    const known = Object.keys(command.commands).join(', ');
    throw new UsageError(`${names.join(' ')} has no command "${name}"; it has ${known}`);
  }
  return findCommand({ command: next, names: [...names, name], words: rest });
}
