import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';

import type { RunningPeer } from './load.ts';
import { compareLoad, firstAnswer, showProgress } from './load.ts';
import { startProcess } from './running-process.ts';
import type { LoadRequest, ServerPeer } from './server-peer.ts';
import { oursOnSqlite } from './servers/index.ts';
import { SALES, workspaceRequests } from './servers/requests.ts';

const HELP = `Usage: npm run bench:file -- [options]

Measures how far one SQLite file goes: fills files with different numbers of records, and sends requests to a reference server on
each, in one interleaved run. Prints medians, ratios to the smallest file, and the size of each file.

Options:
  --records N,…   how many records each file has (default 1000,100000,1000000,10000000)
  --rounds N      how often to measure each (default 3)
  --seconds N     how long to send each kind of request in a round (default 2)
  --help          print this help
`;

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '1000,100000,1000000,10000000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

const kinds = ['GET one', 'GET one by a unique column', 'GET list of 20', 'GET list, sorted', 'POST'] as const;

type Kind = (typeof kinds)[number];

const customers = (query: string): LoadRequest => ({
  ...workspaceRequests['GET one'],
  path: `${SALES}/Customer?${query}`,
});

const requests: Readonly<Record<Kind, LoadRequest>> = {
  'GET one': workspaceRequests['GET one'],
  'GET one by a unique column': customers('filter[email]=jane-7@example.com'),
  'GET list of 20': workspaceRequests['GET list of 20'],
  // No index helps, so every record is read.
  'GET list, sorted': customers('size=20&sort=name,desc'),
  POST: workspaceRequests.POST,
};

if (options.help) process.stdout.write(HELP);
else console.log((await measure()).join('\n\n'));

async function measure(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-file-'));
  const running: RunningPeer<Kind>[] = [];
  try {
    const sizes: string[] = [];
    for (const records of options.records.split(',').map(Number)) {
      const name = `${records.toLocaleString('en')} records`;
      const peer: ServerPeer<Kind> = { ...oursOnSqlite(folder, `${records}.db`), name, requests };
      const first = await startProcess(peer);
      await firstAnswer(first, name, customers(''));
      await first.stop();
      fill(join(folder, `${records}.db`), records);
      sizes.push(`${name}: ${(statSync(join(folder, `${records}.db`)).size / 2 ** 20).toFixed(1)} MiB`);
      showProgress(`created ${name}`);
      const process = await startProcess(peer);
      running.push({ peer, process });
      await firstAnswer(process, name, requests['GET one']);
    }
    const effort = { rounds: Number(options.rounds), seconds: Number(options.seconds) };
    const load = await compareLoad(running, kinds, { ...effort, yardstick: running[0]?.peer.name ?? '' });
    return [sizes.join('\n'), ...load];
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
    rmSync(folder, { recursive: true });
  }
}

/** Replaces the customers of the demo. */
function fill(file: string, records: number): void {
  const database = new DatabaseSync(file);
  database.exec(`BEGIN; DELETE FROM "acme-corp/sales.line_items"; DELETE FROM "acme-corp/sales.orders"; DELETE FROM "acme-corp/sales.customers";
    WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${records})
      INSERT INTO "acme-corp/sales.customers" (id, name, email, age)
      SELECT n, 'Jane Doe ' || (n * 7919 % ${records}), 'jane-' || n || '@example.com', 34 FROM numbers;
    COMMIT`);
  database.close();
}
