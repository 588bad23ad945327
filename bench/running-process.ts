import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

import type { ServerPeer } from './server-peer.ts';

/** A server in a separate process. */
export interface RunningProcess {
  readonly port: number;
  /** Returns the CPU seconds that all its threads have used so far; NaN on systems without /proc. */
  cpuSeconds(): number;
  /** Returns its resident memory in MiB; NaN on systems without /proc. */
  memory(): number;
  /** Returns the end of its standard error if it has exited; `undefined` while it runs. */
  lastWords(): string | undefined;
  stop(): Promise<void>;
}

type Startable = Pick<ServerPeer<string>, 'start' | 'environment'>;

/** Clock ticks per second in /proc (`getconf CLK_TCK`) on every Linux that Node supports. */
const TICKS = 100;

/** Starts a server on a free port. */
export async function startProcess({ start, environment }: Startable): Promise<RunningProcess> {
  const port = await freePort();
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [...start(port)], { stdio: ['ignore', 'ignore', 'pipe'], env });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = `${errors}${chunk}`.slice(-1000)));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    port,
    cpuSeconds: () => (fieldOf(child.pid, 11) + fieldOf(child.pid, 12)) / TICKS,
    memory: () => (fieldOf(child.pid, 21) * 4096) / 1024 ** 2,
    lastWords: () => (hasEnded() ? errors : undefined),
    async stop() {
      if (hasEnded()) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Reads a field of /proc/PID/stat, counted from the one after the process name (proc_pid_stat(5)). */
function fieldOf(pid: number | undefined, index: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[index]);
  } catch {
    return NaN;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Could not find a free port');
  return address.port;
}
