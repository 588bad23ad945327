import { spawnSync } from 'node:child_process';

/** A program that ended with another exit code than 0. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  readonly stdout: string;
  readonly stderr: string;

  constructor(command: string, { stdout, stderr }: { readonly stdout: string; readonly stderr: string }) {
    super(`\`${command}\` failed. It printed:\n${stderr}${stdout}`);
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

/** How a program runs. */
export interface RunOptions {
  readonly cwd: string;
  /** The environment variables; by default those of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end, without a shell, and returns what it wrote to standard output.
 * @throws {ProgramFailed} if its exit code is not 0
 */
export function run(program: string, words: readonly string[], { cwd, env }: RunOptions): string {
  const options = { cwd, env: env ?? process.env, maxBuffer: 2 ** 28 };
  const { status, stdout, stderr, error } = spawnSync(program, words, { ...options, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new ProgramFailed([program, ...words].join(' '), { stdout, stderr });
  return stdout;
}
