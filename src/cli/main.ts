import { contractCommands } from './programs/contract-commands.ts';
import { mockCommands } from './programs/mock-commands.ts';
import { runProgram } from './programs/run-program.ts';
import { serverCommands } from './programs/server-commands.ts';

// The program of the repository: the commands of all packages, as npm scripts.
const commands = {
  ...mockCommands,
  ...serverCommands,
  ...contractCommands(async () => (await import('./start-reference.ts')).startReference()),
};

process.exitCode = await runProgram({ commands }, process.argv.slice(2));
