import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ServerPeer } from '../server-peer.ts';
import type { ServerRequestKind } from './requests.ts';
import { plainRequests, workspaceRequests } from './requests.ts';

type Peer = ServerPeer<ServerRequestKind>;

/** The name of the server that the others are compared with. */
export const YARDSTICK = 'raw node:http';

/** The reference server, with its records in a file. */
export function oursOnSqlite(folder: string, file = 'workspace.db'): Peer {
  const data = join(folder, file);
  return {
    name: 'ours on SQLite',
    start: (port) => [fileOf('../../src/cli/main.ts'), 'serve', '--port', String(port), '--demo', '--data', data],
    environment: { DATABASE_URL: undefined },
    requests: workspaceRequests,
  };
}

/** The reference server of another checkout of this repository, with its records in a file. */
export function baselineOnSqlite(folder: string, checkout: string): Peer {
  const ours = oursOnSqlite(folder, 'baseline.db');
  const program = join(checkout, 'src/cli/main.ts');
  return { ...ours, name: 'baseline on SQLite', start: (port) => [program, ...ours.start(port).slice(1)] };
}

/** A second server like `oursOnSqlite`. What differs between the two is chance. */
export function oursAgain(folder: string): Peer {
  return { ...oursOnSqlite(folder, 'again.db'), name: 'the same again' };
}

/** The same with metrics. */
export function oursWithMetrics(folder: string): Peer {
  const peer = oursOnSqlite(folder, 'metrics.db');
  return { ...peer, name: 'with metrics', start: (port) => [...peer.start(port), '--metrics-port', '0'] };
}

/** The reference server, on a PostgreSQL database that contains nothing else. */
export function oursOnPostgres(databaseUrl: string): Peer {
  return {
    name: 'ours on PostgreSQL',
    start: (port) => [fileOf('../../src/cli/main.ts'), 'serve', '--demo', '--port', String(port)],
    environment: { DATABASE_URL: databaseUrl },
    requests: workspaceRequests,
  };
}

/** A server that stores records in a JSON file, without API keys and constraints. */
export function jsonServer(folder: string): Peer {
  const file = join(folder, 'records.json');
  writeFileSync(file, JSON.stringify({ Customer: [] }));
  const program = fileOf('../../node_modules/json-server/lib/cli/bin.js');
  return {
    name: 'json-server',
    start: (port) => [program, '--quiet', '--host', '127.0.0.1', '--port', String(port), file],
    requests: plainRequests,
  };
}

/**
 * Servers without storage. One with plain Node and one with Fastify send the given responses; a third one with plain Node runs the
 * reference server's checks of a body.
 */
export function bareServers(folder: string, answers: readonly object[]): readonly Peer[] {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const serve = (name: string, program: string, requests: Peer['requests']): Peer => ({
    name,
    start: (port) => [fileOf(program), String(port), file],
    requests,
  });
  return [
    serve(YARDSTICK, './serve-raw.ts', workspaceRequests),
    serve('Fastify alone', './serve-fastify.ts', workspaceRequests),
    serve('node:http and our checks', './serve-checks.ts', { 422: workspaceRequests[422] }),
  ];
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
