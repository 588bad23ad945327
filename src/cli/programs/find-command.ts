import { UsageError } from '../arguments/usage-error.ts';
import type { Command, CommandGroup } from '../command.ts';

/** A command, or a group if the command line names no command of it. */
export interface FoundCommand {
  readonly command: Command | CommandGroup;
  /** The names that lead to the command. */
  readonly names: readonly string[];
  /** The arguments after the names. */
  readonly words: readonly string[];
}

/**
 * Finds the command that the arguments name.
 * @throws {UsageError} if a group has no command of that name
 */
export function findCommand({ command, names, words }: FoundCommand): FoundCommand {
  const [name, ...rest] = words;
  if (!('commands' in command) || name === undefined || name === '--help' || name === '-h')
    return { command, names, words };
  const next = Object.hasOwn(command.commands, name) ? command.commands[name] : undefined;
  if (next === undefined) {
    const known = Object.keys(command.commands).join(', ');
    throw new UsageError(`unknown command "${[...names, name].join(' ')}"; use one of ${known}`);
  }
  return findCommand({ command: next, names: [...names, name], words: rest });
}
