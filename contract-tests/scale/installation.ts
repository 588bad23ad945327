import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { ServedProcess } from '../served-process.ts';
import { startInProcess } from '../served-process.ts';
import type { DocumentedPort } from './documented-setup.ts';
import { documentedBlock, documentedPorts } from './documented-setup.ts';

const SERVERS = [4001, 4002, 4003] as const;

/** The folder of a PostgreSQL server in docs/scale.md. */
export type PostgresName = 'one' | 'two';

const POSTGRES_PORTS = { one: 5432, two: 5433 } as const;

/** The set-up of docs/scale.md, in a temporary folder and on free ports, built by the commands of that page. */
export class Installation {
  readonly #folder = mkdtempSync(join(tmpdir(), 'workspace-api-scale-'));
  readonly #ports: ReadonlyMap<number, number>;
  /** PostgreSQL and PgBouncer refuse to run as root. */
  readonly #owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  readonly #servers = new Map<DocumentedPort, ServedProcess>();

  static async start(): Promise<Installation> {
    const installation = new Installation(await freePorts());
    await installation.#start();
    return installation;
  }

  private constructor(ports: ReadonlyMap<number, number>) {
    this.#ports = ports;
  }

  /** The base URL of the API, at HAProxy. */
  get url(): string {
    return `http://127.0.0.1:${this.#port(4000)}/api/v1`;
  }

  /** The servers, by the port that the page gives them. */
  get servers(): readonly DocumentedPort[] {
    return SERVERS;
  }

  /** Returns the URL of the application's database on one PostgreSQL server, for its superuser. */
  databaseUrl(name: PostgresName): string {
    return `postgres://postgres@localhost:${this.#port(POSTGRES_PORTS[name])}/app?host=${encodeURIComponent(this.#folder)}`;
  }

  /** Starts a server as the page does. */
  async startServer(port: DocumentedPort): Promise<void> {
    const [, url = '', words = ''] =
      /DATABASE_URL=(\S+) npx workspace-api-server (.*)/.exec(this.#block('server')) ?? [];
    const own = words.replace(/--port \d+/, `--port ${this.#port(port)}`).split(' ');
    this.#servers.set(port, await startInProcess([...own, '--faults'], { DATABASE_URL: url }));
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

  async killPgBouncer(): Promise<void> {
    await this.#kill('pgbouncer.pid');
    rmSync(join(this.#folder, 'pgbouncer.pid'), { force: true });
  }

  async startPgBouncer(): Promise<void> {
    await this.#run('pgbouncer');
  }

  async killPostgres(name: PostgresName): Promise<void> {
    await this.#kill(`${name}/postmaster.pid`);
  }

  /** Makes the standby the primary. */
  async promote(): Promise<void> {
    await this.#run('promote');
  }

  /** Makes the old primary a synchronous standby of the new one. */
  async rebuild(): Promise<void> {
    await this.#run('rebuild');
  }

  /** Stops everything and deletes it. */
  async remove(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.end('SIGKILL')));
    for (const file of ['haproxy.pid', 'pgbouncer.pid', 'one/postmaster.pid', 'two/postmaster.pid'])
      await this.#kill(file).catch(() => undefined);
    // Processes of PostgreSQL may still write for a moment.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async #start(): Promise<void> {
    if (this.#owner.uid !== undefined) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
    for (const file of ['pgbouncer.ini', 'haproxy.cfg']) {
      writeFileSync(join(this.#folder, file), this.#block(file));
      if (this.#owner.uid !== undefined) chownSync(join(this.#folder, file), this.#owner.uid, this.#owner.gid);
    }
    for (const block of ['postgresql', 'standby', 'pgbouncer', 'haproxy']) {
      await this.#run(block);
    }
    for (const port of SERVERS) await this.startServer(port);
    while (!(await fetch(`${this.url}/no-such-path`).then(({ status }) => status === 404))) await wait(100);
  }

  #block(name: string): string {
    return documentedBlock(name, this.#ports);
  }

  /** Runs commands of the page in the folder. */
  async #run(name: string): Promise<void> {
    // Programs that stay in the background keep the pipes open, so their output goes to a file.
    const log = join(this.#folder, `${name}.out`);
    const text = `{\n${this.#block(name)}} > '${log}' 2>&1`;
    await promisify(execFile)('sh', ['-e', '-c', text], { ...this.#owner, cwd: this.#folder }).catch(
      (cause: unknown) => {
        throw new Error(`The commands "${name}" of docs/scale.md failed:\n${readFileSync(log, 'utf8')}`, { cause });
      },
    );
  }

  /** Kills the process whose id a file has, and waits until it is gone. */
  async #kill(file: string): Promise<void> {
    const pid = Number(/^\d+/.exec(readFileSync(join(this.#folder, file), 'utf8'))?.[0]);
    process.kill(pid, 'SIGKILL');
    while (isRunning(pid)) await wait(10);
  }

  #port(documented: DocumentedPort): number {
    return this.#ports.get(documented) ?? documented;
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
