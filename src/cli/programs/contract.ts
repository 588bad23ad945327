import type { ExitCode } from '../arguments/usage-error.ts';
import { Refusal } from '../arguments/usage-error.ts';
import { companion, exitCodeOf } from './companion.ts';
import { contractCommands } from './contract-commands.ts';
import type { Entry } from './run-program.ts';
import { runProgram } from './run-program.ts';
import { summaries } from './summaries.ts';

const MOCK = 'workspace-api-mock';
const SERVER = 'workspace-api-server';

/** Runs `workspace-api`, the command of the package `workspace-api-contract`, and returns its exit code. */
export function run(words: readonly string[]): Promise<ExitCode> {
  const commands = {
    ...contractCommands(startReference),
    mock: { summary: `${summaries.mock} (in ${MOCK})`, load: runIn(MOCK, 'mock', []) },
    serve: { summary: `${summaries.serve} (in ${SERVER})`, load: runIn(SERVER, 'serve', ['serve']) },
    admin: { summary: `${summaries.admin} (in ${SERVER})`, load: runIn(SERVER, 'admin', ['admin']) },
  };
  return runProgram({ commands, call }, words);
}

/** Names the package, not its command: npx then never runs another package. */
function call(command: string): string {
  return `npx workspace-api-contract ${command}`;
}

/** Returns the loader of a command of another package. Its arguments there begin with `words`. */
function runIn(name: string, command: keyof typeof purposes, words: readonly string[]): Entry['load'] {
  return async (rest) => {
    const { run: runThere } = await companion({ name, purpose: purposes[command] });
    return exitCodeOf(await runThere([...words, ...rest], call));
  };
}

/** What each command of another package is for, to follow "To …". */
const purposes = {
  mock: 'start the mock',
  serve: 'start the reference server',
  admin: 'administer the reference server',
} as const;

async function startReference() {
  const purpose = 'verify your server, pass --url; to verify the reference server';
  const { startReference: start } = await companion({ name: SERVER, purpose });
  if (start === undefined) throw new Refusal(`The installed ${SERVER} cannot be verified without --url; pass --url`);
  return start();
}
