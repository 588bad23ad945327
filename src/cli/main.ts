#!/usr/bin/env node
import type { ExitCode } from './arguments/usage-error.ts';
import { exitCodes, Refusal, UsageError } from './arguments/usage-error.ts';
import type { Command, CommandGroup } from './command.ts';
import { findCommand } from './find-command.ts';
import { asCalled } from './terminal/as-called.ts';

/** Each command brings its own room, which is loaded when it is called and not before. */
interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command | CommandGroup>;
}

const commands: Readonly<Record<string, Entry>> = {
  mock: {
    summary: 'start the mock, on which every documented failure can be summoned',
    load: async () => (await import('./commands/mock/mock.ts')).mock,
  },
  serve: {
    summary: 'start the reference server',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  admin: {
    summary: 'create workspaces and keys, and change access modes, on the database of servers that run',
    load: async () => (await import('./commands/admin/admin.ts')).admin,
  },
  explain: {
    summary: 'say what a failure means, and how to mend it',
    load: async () => (await import('./commands/explain/explain.ts')).explain,
  },
  verify: {
    summary: 'prove that a live implementation keeps the contract',
    load: async () => (await import('./commands/verify/verify.ts')).verify,
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = '--help', ...words]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === 'help') {
    process.stdout.write(asCalled(overview()));
    return exitCodes.fine;
  }
  const command = await (Object.hasOwn(commands, name) ? commands[name] : undefined)?.load();
  if (command === undefined) {
    console.error(`workspace-api has no command "${name}"; it has ${Object.keys(commands).join(', ')}`);
    return exitCodes.unusable;
  }
  let names: readonly string[] = [name];
  try {
    const found = findCommand({ command, names, words });
    names = found.names;
    if (!('run' in found.command) || found.words.includes('--help') || found.words.includes('-h')) {
      process.stdout.write(asCalled(found.command.help));
      return exitCodes.fine;
    }
    return await found.command.run(found.words);
  } catch (error) {
    return report(names, error);
  }
}

/** Says in one line what went wrong; an error that only a bug explains keeps its stack. */
function report([name, ...names]: readonly string[], error: unknown): ExitCode {
  if (error instanceof Refusal) console.error(asCalled(error.message));
  else if (error instanceof UsageError)
    console.error(asCalled(`${error.message}\n\`npm run ${name} -- ${[...names, '--help'].join(' ')}\` tells more.`));
  else console.error(error);
  return exitCodes.unusable;
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `The contract of the Workspace API's errors, made executable.

Commands:
${lines.join('\n')}

\`npm run COMMAND -- --help\` tells what each takes.
`;
}
