import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

/** A PostgreSQL server for tests, in a temporary folder, reached through a socket in it. */
export class Cluster {
  readonly #folder = mkdtempSync(join(tmpdir(), 'workspace-api-postgres-'));
  /** PostgreSQL refuses to run as root. */
  readonly #owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  #server: ChildProcess | undefined;
  #databases = 0;

  /** Creates the data folder, and starts a server on it. */
  static async start(): Promise<Cluster> {
    const cluster = new Cluster();
    cluster.#initialize();
    await cluster.startAgain();
    return cluster;
  }

  /** Starts the server after `stop`. */
  async startAgain(): Promise<void> {
    // Faster, and the tests do not need data to survive a power failure.
    const settings = ['fsync=off', 'listen_addresses=', `unix_socket_directories=${this.#folder}`];
    const words = ['-D', join(this.#folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
    const server = spawn(join(postgresPrograms(), 'postgres'), words, {
      ...this.#owner,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#server = server;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    await promise;
  }

  /** Stops the server. `SIGINT` closes every connection; `SIGQUIT` exits immediately, without a clean shutdown. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    server.once('exit', () => resolve());
    server.kill(signal);
    await promise;
  }

  /** Creates an empty database and returns its URL. */
  async newDatabase(options = ''): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    await runSql(this.#urlOf('postgres'), `CREATE DATABASE ${name} ${options}`);
    return this.#urlOf(name);
  }

  /** Stops the server and deletes everything. */
  async remove(): Promise<void> {
    await this.stop('SIGQUIT');
    rmSync(this.#folder, { recursive: true });
  }

  #initialize(): void {
    if (this.#owner.uid !== undefined) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
    const words = ['-D', join(this.#folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    // Most databases sort text by locale and not by its bytes, so this one does too.
    const order = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
    execFileSync(join(postgresPrograms(), 'initdb'), [...words, ...order], { ...this.#owner, cwd: this.#folder });
  }

  #urlOf(database: string): string {
    return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(this.#folder)}`;
  }
}

/** Runs SQL statements from outside the server. */
export async function runSql(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Returns the folder of the programs of the newest PostgreSQL on this machine. */
export function postgresPrograms(): string {
  const root = '/usr/lib/postgresql';
  const [newest] = readdirSync(root).toSorted((one, other) => Number(other) - Number(one));
  return join(root, newest ?? '', 'bin');
}

function idOf(kind: '-u' | '-g'): number {
  return Number(execFileSync('id', [kind, 'postgres']).toString());
}
