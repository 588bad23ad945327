import { nodeProblem } from '../../manifest/index.ts';

/**
 * Starts a program, or writes one line to standard error if this version of Node is too old for it. Must not import, other than by
 * `start`, what an old version of Node cannot read.
 * @returns the exit code
 */
export async function onNode(start: () => Promise<number>): Promise<number> {
  const problem = nodeProblem();
  if (problem === undefined) return start();
  console.error(problem);
  return 2;
}
