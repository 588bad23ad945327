import { contract } from '../../contract/index.ts';
import { manifest, version } from '../../manifest/index.ts';
import type { ExitCode } from '../arguments/usage-error.ts';
import { exitCodes, Refusal, UsageError } from '../arguments/usage-error.ts';
import type { Command, CommandGroup } from '../command.ts';
import { complain } from '../output/complain.ts';
import { print, surviveOutputErrors } from '../output/print.ts';
import { asCalled, callCommandsBy } from '../terminal/as-called.ts';
import { findCommand } from './find-command.ts';

/** The command of a package: the commands below its name, or the single command that it is. */
export interface Program {
  /** Returns how a user calls a command here. By default, commands are npm scripts. */
  readonly call?: (command: string) => string;
  readonly commands: Readonly<Record<string, Entry>>;
  /** The name of the command that all arguments go to, if the program has only this one. */
  readonly only?: string;
}

/** A command in the overview. Its modules are loaded only when it is called. */
export interface Entry {
  readonly summary: string;
  /** Loads the command, or runs it in the package that contains it, and returns its exit code. */
  readonly load: (words: readonly string[]) => Promise<Command | CommandGroup | ExitCode>;
}

/** Runs a program with its arguments. Reports every error, and returns the exit code. */
export async function runProgram(program: Program, words: readonly string[]): Promise<ExitCode> {
  if (program.call !== undefined) callCommandsBy(program.call);
  surviveOutputErrors();
  // Node would end with 1, which means that the target broke the contract.
  process.on('uncaughtException', (error) => {
    complain(error);
    process.exit(exitCodes.unusable);
  });
  try {
    return await run(program, words);
  } catch (error) {
    return report([], error);
  }
}

async function run({ commands, only }: Program, words: readonly string[]): Promise<ExitCode> {
  if (words.includes('--version') || words[0] === '-v') {
    await print(`${manifest.name} ${version}, contract ${contract.info.version}\n`);
    return exitCodes.fine;
  }
  const [name = '--help', ...rest] = only === undefined ? asQuestion(words) : [only, ...words];
  if (name === '--help' || name === '-h' || name === 'help') {
    await print(asCalled(overview(commands)));
    return exitCodes.fine;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    complain(`unknown command "${name}"; use one of ${Object.keys(commands).join(', ')}`);
    return exitCodes.unusable;
  }
  let names: readonly string[] = [name];
  try {
    const command = await entry.load(rest);
    if (typeof command === 'number') return command;
    const found = findCommand({ command, names, words: rest });
    names = found.names;
    if (!('run' in found.command) || found.words.includes('--help') || found.words.includes('-h')) {
      await print(asCalled(found.command.help));
      return exitCodes.fine;
    }
    return await found.command.run(found.words);
  } catch (error) {
    return report(names, error);
  }
}

/** Reads `help verify` as `verify --help`. */
function asQuestion(words: readonly string[]): readonly string[] {
  const [help, name, ...rest] = words;
  return help === 'help' && name !== undefined ? [name, ...rest, '--help'] : words;
}

/** Prints an expected error as its message, and an unexpected one, which is a bug, with its stack trace. */
function report([name, ...names]: readonly string[], error: unknown): ExitCode {
  if (error instanceof Refusal) complain(asCalled(error.message));
  else if (error instanceof UsageError)
    complain(asCalled(`${error.message}\nFor help: npm run ${name} -- ${[...names, '--help'].join(' ')}`));
  else complain(error);
  return exitCodes.unusable;
}

function overview(commands: Program['commands']): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Tools for the error contract of the Workspace API.

Commands:
${lines.join('\n')}

For the options of a command: npm run COMMAND -- --help
`;
}
