import { onNode } from './on-node.ts';

export { COMPANION_INTERFACE as companionInterface } from './companion-interface.ts';

/**
 * Runs `workspace-api-mock`, the command of that package, and returns its exit code.
 * @param call returns how the user calls a command, because `workspace-api mock` runs this program too
 */
export function run(words: readonly string[], call = callAlone): Promise<number> {
  return onNode(async () => {
    // Prism uses deprecated parts of Node. The warnings say nothing to people who use the mock.
    process.noDeprecation = true;
    const { runProgram } = await import('./run-program.ts');
    const { mockCommands } = await import('./mock-commands.ts');
    return runProgram({ commands: mockCommands, only: 'mock', call }, words);
  });
}

function callAlone(command: string): string {
  return command === 'mock' ? 'npx workspace-api-mock' : `npx workspace-api-contract ${command}`;
}
