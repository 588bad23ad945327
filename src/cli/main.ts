import type { ExitCode } from './arguments/usage-error.ts';
import { exitCodes, Refusal, UsageError } from './arguments/usage-error.ts';
import type { Command, CommandGroup } from './command.ts';
import { findCommand } from './find-command.ts';
import { complain } from './output/complain.ts';
import { print, surviveOutputErrors } from './output/print.ts';
import { asCalled } from './terminal/as-called.ts';

/** A command in the overview. Its modules are loaded only when it is called. */
interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command | CommandGroup>;
}

const commands: Readonly<Record<string, Entry>> = {
  mock: {
    summary: 'start a mock that can return every documented failure',
    load: async () => (await import('./commands/mock/mock.ts')).mock,
  },
  serve: {
    summary: 'start the reference server',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  admin: {
    summary: 'create workspaces and API keys, and change access modes, without stopping servers',
    load: async () => (await import('./commands/admin/admin.ts')).admin,
  },
  explain: {
    summary: 'explain what a failure means and how to fix it',
    load: async () => (await import('./commands/explain/explain.ts')).explain,
  },
  verify: {
    summary: 'verify that a live implementation conforms to the contract',
    load: async () => (await import('./commands/verify/verify.ts')).verify,
  },
};

surviveOutputErrors();
// Node would end with 1, which means that the target broke the contract.
process.on('uncaughtException', (error) => {
  complain(error);
  process.exit(exitCodes.unusable);
});
process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<ExitCode> {
  try {
    return await run(words);
  } catch (error) {
    return report([], error);
  }
}

async function run([name = '--help', ...words]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === 'help') {
    await print(asCalled(overview()));
    return exitCodes.fine;
  }
  const command = await (Object.hasOwn(commands, name) ? commands[name] : undefined)?.load();
  if (command === undefined) {
    complain(`unknown command "${name}"; use one of ${Object.keys(commands).join(', ')}`);
    return exitCodes.unusable;
  }
  let names: readonly string[] = [name];
  try {
    const found = findCommand({ command, names, words });
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

/** Prints an expected error as its message, and an unexpected one, which is a bug, with its stack trace. */
function report([name, ...names]: readonly string[], error: unknown): ExitCode {
  if (error instanceof Refusal) complain(asCalled(error.message));
  else if (error instanceof UsageError)
    complain(asCalled(`${error.message}\nFor help: npm run ${name} -- ${[...names, '--help'].join(' ')}`));
  else complain(error);
  return exitCodes.unusable;
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Tools for the error contract of the Workspace API.

Commands:
${lines.join('\n')}

For the options of a command: npm run COMMAND -- --help
`;
}
