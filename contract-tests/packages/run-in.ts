import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

/** Where a package is installed, and the Node to run it with. */
export interface Installation {
  readonly place: string;
  /** The path of Node. */
  readonly node: string;
  /** Environment variables, besides those of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** The result of a command. */
export interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs until it is stopped. */
export interface Started {
  /** The first URL that it has printed. */
  readonly url: string;
  /** Everything that it has printed so far. */
  readonly text: () => string;
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

/** Runs a command line in a shell, with the given Node as `node`. */
export async function runIn(where: Installation, command: string): Promise<Ended> {
  const child = start(where, command);
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    once(child, 'close'),
  ]);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** Starts a command line that prints a URL once it is ready. */
export async function startIn(where: Installation, command: string): Promise<Started> {
  const child = start(where, command);
  let text = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (complaint += chunk));
  // Not `exit`: the server may outlive npx, and keeps its output open.
  const exit = once(child, 'close');
  const ended = exit.then(([code]) => {
    throw new Error(`${command} ended with ${code}: ${complaint}`);
  });
  ended.catch(() => undefined);
  const stop = async (): Promise<void> => {
    // A terminal sends Ctrl-C to all processes of the command: npx is one of them.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await exit;
  };
  for (let url: string | undefined; ;) {
    await Promise.race([once(child.stdout, 'data'), ended]);
    url = /https?:\/\/\S+/.exec(text)?.[0];
    if (url !== undefined) return { url, text: () => text, stop };
  }
}

function start({ place, node, environment = {} }: Installation, command: string) {
  return spawn('bash', ['-c', command], {
    cwd: place,
    env: {
      ...process.env,
      PATH: `${dirname(node)}:${join(place, 'node_modules/.bin')}:${process.env.PATH}`,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}
