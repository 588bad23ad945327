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

function call(command: string): string {
  return `workspace-api ${command}`;
}

/** Returns the loader of a command of another package. Its arguments there begin with `words`. */
function runIn(name: string, command: string, words: readonly string[]): Entry['load'] {
  return async (rest) => {
    const { run: runThere } = await companion(name, `workspace-api ${command}`);
    return exitCodeOf(await runThere([...words, ...rest], call));
  };
}

async function startReference() {
  const { startReference: start } = await companion(SERVER, 'verify without --url and --target');
  if (start === undefined) throw new Refusal(`${SERVER} is too old to be verified; run npm install -D ${SERVER}`);
  return start();
}
