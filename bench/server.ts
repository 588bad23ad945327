import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { RunningPeer } from './load.ts';
import { compareLoad, firstAnswer } from './load.ts';
import { startProcess } from './running-process.ts';
import type { ServerPeer } from './server-peer.ts';
import { measureFilterOnPostgres, measureFilterOnSqlite } from './servers/indexed-filter.ts';
import { bareServers, jsonServer, oursOnPostgres, oursOnSqlite, YARDSTICK } from './servers/index.ts';
import type { ServerRequestKind } from './servers/requests.ts';
import { serverRequestKinds, workspaceRequests } from './servers/requests.ts';

const HELP = `Usage: npm run bench:server -- [options]

Measures the reference server beside its peers, in one run and interleaved: how many requests of five kinds each answers a second,
how much CPU each costs, and how slow the slowest of a hundred is. Medians, and ratios to a bare server that answers the same
bytes with nothing behind it; the framework alone, and our checks alone, show what is within reach. Then a filter that finds 20
records among 1,000,000, beside the same among 1,000.

With DATABASE_URL=postgres://… in the environment it is measured on that database too, and on two that it makes beside it.

Options:
  --rounds N      how often each is measured (default 5)
  --seconds N     how long each kind of request is sent in a round (default 2)
  --help          print this
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

/** How many records there are at least when the list of 20 is asked for. */
const RECORDS = 30;

if (options.help) process.stdout.write(HELP);
else console.log((await measure()).join('\n\n'));

async function measure(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-server-'));
  const running: RunningPeer<ServerRequestKind>[] = [];
  const run = async (peer: ServerPeer<ServerRequestKind>): Promise<RunningPeer<ServerRequestKind>> => {
    const started = { peer, process: await startProcess(peer) };
    running.push(started);
    await fill(started);
    return started;
  };
  try {
    const databaseUrl = process.env.DATABASE_URL;
    const sqlite = await run(oursOnSqlite(folder));
    if (databaseUrl !== undefined) await run(oursOnPostgres(databaseUrl));
    await run(jsonServer(folder));
    for (const bare of bareServers(folder, await answersOf(sqlite))) await run(bare);
    const effort = { rounds: Number(options.rounds), seconds: Number(options.seconds) };
    const load = await compareLoad(running, serverRequestKinds, { ...effort, yardstick: YARDSTICK });
    await stop(running.splice(0));
    return [
      ...load,
      ...(await measureFilterOnSqlite(folder, effort)),
      ...(databaseUrl === undefined ? [] : await measureFilterOnPostgres(databaseUrl, effort)),
    ];
  } finally {
    await stop(running);
    rmSync(folder, { recursive: true });
  }
}

async function stop(running: readonly RunningPeer<ServerRequestKind>[]): Promise<void> {
  await Promise.all(running.map(({ process: each }) => each.stop()));
}

/** Creates the records that the others are read from. */
async function fill({ peer, process: started }: RunningPeer<ServerRequestKind>): Promise<void> {
  const { POST: creation } = peer.requests;
  if (creation === undefined) return;
  for (let count = 0; count < RECORDS; count += 1) {
    const body = creation.body?.replace('[<id>]', `seed-${process.hrtime.bigint()}`) ?? '';
    await firstAnswer(started, peer.name, { ...creation, body });
  }
}

/** What a server answers to each kind of request, for another to answer the same. */
function answersOf({ peer, process: started }: RunningPeer<ServerRequestKind>): Promise<readonly object[]> {
  return Promise.all(
    serverRequestKinds.map(async (kind) => {
      const { headers, ...request } = workspaceRequests[kind];
      const text = await firstAnswer(started, peer.name, { ...request, headers });
      return { ...request, authorized: 'authorization' in headers, text };
    }),
  );
}
