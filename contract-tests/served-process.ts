import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** A server in its own process. */
export interface ServedProcess {
  /** The base URL of the API. */
  readonly url: string;
  readonly pid: number;
  /** Returns its standard output so far. */
  said(): string;
  /** Returns its standard error so far. */
  errors(): string;
  /** Sends a signal and waits until the process ends. Returns its exit code, or null if the signal ended it. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts the reference server with the demo workspaces on a free port, as `npm run serve` does. `errorOutput` is a file descriptor
 * for its standard error.
 */
export function serveInProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  errorOutput?: number,
): Promise<ServedProcess> {
  return serveOwnInProcess(['--demo', '--faults', ...words], environment, errorOutput);
}

/** Starts the reference server on a free port, without the demo. */
export function serveOwnInProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  errorOutput?: number,
): Promise<ServedProcess> {
  return startInProcess(['serve', '--port', '0', ...words], environment, errorOutput);
}

/** Runs a command that starts a server, exactly as given, in a folder. */
export async function startInProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  errorOutput: number | 'pipe' = 'pipe',
  folder = ROOT,
): Promise<ServedProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', errorOutput],
  });
  running.add(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let [said, errors] = ['', ''];
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /running at (\S+) /.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${errors}`)));
  });
  return {
    url,
    pid: child.pid ?? NaN,
    said: () => said,
    errors: () => errors,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Kills the processes that are still running because a test failed before stopping them. */
export function killServedProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}
