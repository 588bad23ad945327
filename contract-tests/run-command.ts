import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The result of a command. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a command runs. */
export interface CommandOptions {
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** What a shell puts after the command: `> /dev/full`, or `| true`. The exit code is the command's own. */
  readonly redirection?: string;
}

/** Runs the command line as `npm run` does, but without npm. */
export function runCommand(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return runNode([join(ROOT, 'src/cli/main.ts'), ...words], options);
}

/** Runs Node with arguments, in a shell. */
export function runNode(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const { folder = ROOT, environment = {}, redirection = '' } = options;
  const all = [
    '-c',
    `"$@" ${redirection}; exit "\${PIPESTATUS[0]}"`,
    'bash',
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    ...words,
  ];
  return new Promise((resolve) => {
    execFile('bash', all, { cwd: folder, env: { ...process.env, ...environment } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
