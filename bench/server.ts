import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { RunningPeer } from './load.ts';
import { compareLoad, firstAnswer } from './load.ts';
import { startProcess } from './running-process.ts';
import type { ServerPeer } from './server-peer.ts';
import { measureFilterOnPostgres, measureFilterOnSqlite } from './servers/indexed-filter.ts';
import {
  bareServers,
  baselineOnSqlite,
  jsonServer,
  oursAgain,
  oursOnPostgres,
  oursOnSqlite,
  oursWithMetrics,
  YARDSTICK,
} from './servers/index.ts';
import type { ServerRequestKind } from './servers/requests.ts';
import { serverRequestKinds, workspaceRequests } from './servers/requests.ts';

const HELP = `Usage: npm run bench:server -- [options]

Compares the reference server with its peers in one interleaved run. For five kinds of requests it measures the requests per
second, the CPU time of each, and the 99th percentile of the latency. It prints medians: of the values, and of their ratios,
round by round, to a plain server that sends the same bytes. The framework alone and the checks alone show how fast the
reference server could become. Finally, it compares a filter that finds 20 of 1,000,000 records with one that finds 20 of 1,000.

If DATABASE_URL=postgres://… is set, it also measures that database, and creates two more next to it for the filter.

Options:
  --rounds N      how often to measure each (default 5)
  --seconds N     how long to send each kind of request in a round (default 2)
  --baseline DIR  also measure the reference server of another checkout of this repository, with its own node_modules
  --metrics       compare only the reference server with metrics and without them; a second server without them shows how much
                  two servers differ by chance
  --no-filter     leave out the comparison of the filters
  --help          print this help
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    baseline: { type: 'string' },
    metrics: { type: 'boolean', default: false },
    'no-filter': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** The number of records to create first, so that the list of 20 is complete. */
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
    const effort = { rounds: Number(options.rounds), seconds: Number(options.seconds) };
    const sqlite = await run(oursOnSqlite(folder));
    if (options.metrics) {
      await run(oursAgain(folder));
      await run(oursWithMetrics(folder));
      return await compareLoad(running, serverRequestKinds, { ...effort, yardstick: sqlite.peer.name });
    }
    if (options.baseline !== undefined) await run(baselineOnSqlite(folder, resolve(options.baseline)));
    if (databaseUrl !== undefined) await run(oursOnPostgres(databaseUrl));
    await run(jsonServer(folder));
    for (const bare of bareServers(folder, await answersOf(sqlite))) await run(bare);
    const load = await compareLoad(running, serverRequestKinds, { ...effort, yardstick: YARDSTICK });
    await stop(running.splice(0));
    if (options['no-filter']) return load;
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

/** Creates the records that the read requests return. */
async function fill({ peer, process: started }: RunningPeer<ServerRequestKind>): Promise<void> {
  const { POST: creation } = peer.requests;
  if (creation === undefined) return;
  for (let count = 0; count < RECORDS; count += 1) {
    const body = creation.body?.replace('[<id>]', `seed-${process.hrtime.bigint()}`) ?? '';
    await firstAnswer(started, peer.name, { ...creation, body });
  }
}

/** Records the response of a server to each kind of request, so that another server can send the same. */
function answersOf({ peer, process: started }: RunningPeer<ServerRequestKind>): Promise<readonly object[]> {
  return Promise.all(
    serverRequestKinds.map(async (kind) => {
      const { headers, ...request } = workspaceRequests[kind];
      const text = await firstAnswer(started, peer.name, { ...request, headers });
      return { ...request, authorized: 'authorization' in headers, text };
    }),
  );
}
