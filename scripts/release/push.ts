import { run } from '../command/run.ts';

/**
 * Options with which git asks `gh` for the token of GitHub, which only the steps that push have. A token in the configuration of git
 * could be read by everything that runs in the job.
 */
export const WITH_TOKEN: readonly string[] = [
  ['-c', 'credential.helper='],
  ['-c', 'credential.https://github.com.helper=!gh auth git-credential'],
].flat();

/** Pushes to GitHub. */
export function push(root: string, ...words: readonly string[]): void {
  run('git', [...WITH_TOKEN, 'push', '--quiet', ...words], { cwd: root });
}
