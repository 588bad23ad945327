import type { StartReference } from './start-reference.ts';
import { onNode } from './on-node.ts';

export { COMPANION_INTERFACE as companionInterface } from './companion-interface.ts';

/**
 * Runs `workspace-api-server`, the command of that package, and returns its exit code.
 * @param call returns how the user calls a command, because `workspace-api serve` and `workspace-api admin` run this program too
 */
export function run(words: readonly string[], call = callAlone): Promise<number> {
  return onNode(async () => {
    const { runProgram } = await import('./run-program.ts');
    const { serverCommands } = await import('./server-commands.ts');
    return runProgram({ commands: serverCommands, call }, words);
  });
}

/** Starts the reference server for `workspace-api verify`. */
export const startReference: StartReference = async () => (await import('../start-reference.ts')).startReference();

function callAlone(command: string): string {
  return `npx ${command === 'verify' ? 'workspace-api-contract' : 'workspace-api-server'} ${command}`;
}
