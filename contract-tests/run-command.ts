import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = new URL('../', import.meta.url).pathname;

/** The result of a command. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as `npm run` does, but without npm. */
export function runCommand(
  words: readonly string[],
  { folder = ROOT, environment = {} }: { readonly folder?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const all = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/main.ts'), ...words];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      all,
      { cwd: folder, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}
