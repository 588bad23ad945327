import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ServedProcess } from '../served-process.ts';
import { startInProcess } from '../served-process.ts';
import type { DocumentedPort } from './documented-setup.ts';
import { documentedBlock, documentedPorts } from './documented-setup.ts';
import { FolderSweeper } from './folder-sweeper.ts';
import { until } from './until.ts';

const SERVERS = [4001, 4002, 4003] as const;

/** How long the commands of one block may take, in milliseconds. */
const TIMEOUT = 60_000;

/** The blocks of docs/scale.md that make one of its set-ups, before the servers are started. */
export interface Setup {
  readonly files: readonly string[];
  readonly commands: readonly string[];
}

/** A set-up of docs/scale.md, in a temporary folder and on free ports, built by the commands of that page. */
export class Installation {
  readonly #folder = mkdtempSync(join(tmpdir(), 'workspace-api-scale-'));
  readonly #sweeper = new FolderSweeper(this.#folder);
  /** PostgreSQL and PgBouncer refuse to run as root. */
  readonly #owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  readonly #servers = new Map<DocumentedPort, ServedProcess>();
  #ports: ReadonlyMap<number, number> = new Map();

  /** The base URL of the API, at HAProxy. */
  get url(): string {
    return `http://127.0.0.1:${this.port(4000)}/api/v1`;
  }

  /** The servers, by the port that the page gives them. */
  get servers(): readonly DocumentedPort[] {
    return SERVERS;
  }

  async start({ files, commands }: Setup): Promise<void> {
    this.#ports = await freePorts();
    this.#own(this.#folder);
    for (const file of files) {
      writeFileSync(join(this.#folder, file), this.#block(file));
      this.#own(join(this.#folder, file));
    }
    for (const name of commands) await this.run(name);
    for (const port of SERVERS) await this.startServer(port);
    await until('the API responds', async () => (await fetch(`${this.url}/no-such-path`)).status === 404);
  }

  /** Stops everything and deletes it. */
  async remove(): Promise<void> {
    await this.#sweeper.sweep();
  }

  /** Returns the free port that is used instead of a documented one. */
  port(documented: DocumentedPort): number {
    return this.#ports.get(documented) ?? documented;
  }

  /** Returns the URL of the application's database on one PostgreSQL server. */
  databaseUrl(port: DocumentedPort): string {
    const url = new URL(this.#serverCommand().databaseUrl);
    url.port = String(this.port(port));
    return url.href;
  }

  /** Starts a server as the page does. */
  async startServer(port: DocumentedPort): Promise<void> {
    const { databaseUrl, words } = this.#serverCommand();
    const own = words.replace(/--port \d+/, `--port ${this.port(port)}`).split(' ');
    const environment = { DATABASE_URL: databaseUrl };
    this.#servers.set(port, await startInProcess([...own, '--faults'], environment, 'pipe', this.#folder));
  }

  /** Ends a server and returns its exit code, or null if the signal ended it. */
  async endServer(port: DocumentedPort, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const server = this.#servers.get(port);
    if (server === undefined) throw new Error(`no server runs on ${port}`);
    return server.end(signal);
  }

  /** Returns what the servers wrote to standard error. */
  errors(): string {
    return [...this.#servers.values()].map((server) => server.errors()).join('');
  }

  /** Runs commands of the page in the folder, or only those of their lines that match. */
  async run(name: string, lines = /^/): Promise<void> {
    // Programs that stay in the background keep the pipes open, so their output goes to a file.
    const log = join(this.#folder, `${name}.out`);
    const commands = this.#block(name)
      .split('\n')
      .filter((line) => lines.test(line));
    const text = `{\n${commands.join('\n')}\n} > '${log}' 2>&1`;
    const options = { ...this.#owner, cwd: this.#folder, timeout: TIMEOUT };
    await promisify(execFile)('sh', ['-e', '-c', text], options).catch((cause: unknown) => {
      throw new Error(`The commands "${name}" of docs/scale.md failed:\n${readFileSync(log, 'utf8')}`, { cause });
    });
  }

  /** Deletes a folder in the folder. */
  delete(name: string): void {
    rmSync(join(this.#folder, name), { recursive: true });
  }

  /** Returns the process id that a file in the folder has; undefined if that process does not run. */
  processOf(file: string): number | undefined {
    const pid = Number(/^\d+/.exec(readFileSync(join(this.#folder, file), 'utf8'))?.[0]);
    return isRunning(pid) ? pid : undefined;
  }

  /** Kills the process whose id a file in the folder has, and waits until it is gone. */
  async kill(file: string): Promise<void> {
    const pid = this.processOf(file);
    if (pid === undefined) throw new Error(`the process of ${file} does not run`);
    process.kill(pid, 'SIGKILL');
    await until(`the process ${pid} is gone`, () => !isRunning(pid));
  }

  #block(name: string): string {
    return documentedBlock(name, this.#ports);
  }

  #serverCommand(): { readonly databaseUrl: string; readonly words: string } {
    const [, databaseUrl = '', words = ''] =
      /DATABASE_URL=(\S+) node_modules\/\.bin\/workspace-api-server (.*)/.exec(this.#block('server')) ?? [];
    return { databaseUrl, words };
  }

  #own(path: string): void {
    if (this.#owner.uid !== undefined) chownSync(path, this.#owner.uid, this.#owner.gid);
  }
}

function isRunning(pid: number): boolean {
  try {
    // A killed process whose parent did not fetch its status is a zombie.
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function freePorts(): Promise<ReadonlyMap<number, number>> {
  const listening = documentedPorts.map((port) => {
    const server = createServer().listen(0, '127.0.0.1');
    return { port, server, ready: new Promise((resolve) => server.once('listening', resolve)) };
  });
  await Promise.all(listening.map(({ ready }) => ready));
  const ports = listening.map(({ port, server }) => [port, (server.address() as AddressInfo).port] as const);
  await Promise.all(listening.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return new Map(ports);
}

function idOf(kind: '-u' | '-g'): number {
  return Number(execFileSync('id', [kind, 'postgres']).toString());
}
