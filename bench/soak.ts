import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { CONNECTIONS, firstAnswer, showProgress } from './load.ts';
import { startProcess } from './running-process.ts';
import { oursOnPostgres, oursOnSqlite } from './servers/index.ts';
import { mixedRequests, workspaceRequests } from './servers/requests.ts';
import { columns } from './statistics.ts';

const HELP = `Usage: npm run bench:soak -- [options]

Sends the reference server a mixed load of reads, writes and refused requests at a steady rate for a long time. For each
minute it prints the latency, the number of 5xx responses and of missing responses, and the memory. The records are in an
SQLite file, or in the PostgreSQL database that DATABASE_URL=postgres://… names.

Exit codes: 0 success, 1 at least one response was a 5xx.

Options:
  --minutes N     how long to run (default 10)
  --rate N        requests per second (default 200)
  --help          print this help
`;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '200' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) process.stdout.write(HELP);
else console.log(await soak(Number(options.minutes), Number(options.rate)));

async function soak(minutes: number, rate: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-soak-'));
  const databaseUrl = process.env.DATABASE_URL;
  const peer = databaseUrl === undefined ? oursOnSqlite(folder) : oursOnPostgres(databaseUrl);
  const running = await startProcess(peer);
  const rows: string[][] = [];
  try {
    await firstAnswer(running, peer.name, workspaceRequests['GET one']);
    for (let minute = 1; minute <= minutes; minute += 1) {
      const { requests, latency, errors, statusCodeStats } = await autocannon({
        url: `http://127.0.0.1:${running.port}`,
        connections: CONNECTIONS,
        overallRate: rate,
        duration: 60,
        idReplacement: true,
        requests: mixedRequests,
      });
      const faults = Object.entries(statusCodeStats).filter(([status]) => Number(status) >= 500);
      const faulty = faults.reduce((sum, [, { count }]) => sum + count, 0);
      if (faulty > 0) process.exitCode = 1;
      const times = [latency.p50, latency.p99, latency.max].map((time) => `${time} ms`);
      rows.push([
        String(minute),
        String(requests.total),
        ...times,
        String(faulty),
        String(errors),
        `${running.memory().toFixed(0)} MiB`,
      ]);
      showProgress(`soak: minute ${minute} of ${minutes}`);
    }
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true });
  }
  return `${peer.name}, ${rate} requests per second\n\n${columns([['minute', 'requests', 'p50', 'p99', 'slowest', '5xx', 'no response', 'memory'], ...rows])}`;
}
