import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { hostileDefinition, patterns } from './hostile/definition.ts';
import { fillPostgres, fillSqlite } from './hostile/fill.ts';
import type { ExpensiveRequest } from './hostile/requests.ts';
import { expensiveRequests, headers, pages } from './hostile/requests.ts';
import { measure } from './hostile/measure.ts';
import { firstAnswer, showProgress } from './load.ts';
import type { RunningProcess } from './running-process.ts';
import { startProcess } from './running-process.ts';
import { columns } from './statistics.ts';

const HELP = `Usage: npm run bench:hostile -- [options]

Sends the reference server the requests that take most time and memory. For each it prints the status, how long it took, the longest
time that another request waited meanwhile, and the memory at its peak and 3 s later. The records are in an SQLite file: 1,000 of 100 kB,
and 1,000,000 small ones. Takes two minutes.

If DATABASE_URL=postgres://… is set, the records are in that database instead, which must contain nothing else.

Options:
  --checkout FOLDER   another version of this repository to measure instead, with its dependencies installed
  --help              print this help
`;

const { values: options } = parseArgs({
  options: { checkout: { type: 'string', default: '.' }, help: { type: 'boolean', default: false } },
});

/** The name of the SQLite file, and the database to use instead. */
const DATA = 'workspace.db';
const databaseUrl = process.env.DATABASE_URL;

/** How many batches of ten pages to store: 100 MB. */
const BATCHES = 100;
/** How many clients leave a response unread, and for how long, in milliseconds. */
const UNREAD = { count: 5, patience: 35_000 };

if (options.help) process.stdout.write(HELP);
else console.log(await run(resolve(options.checkout)));

async function run(checkout: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-hostile-'));
  const { server, pattern } = await startWith(checkout, folder, patterns);
  try {
    const store = { method: 'POST', path: '/api/v1/bench/main/Page/bulk', status: 200, headers, body: pages };
    for (let batch = 0; batch < BATCHES; batch += 1) await firstAnswer(server, checkout, store);
    if (databaseUrl === undefined) fillSqlite(join(folder, DATA));
    else await fillPostgres(databaseUrl);
    const rows: (readonly string[])[] = [];
    const add = async (request: ExpensiveRequest, options: { count: number; patience: number | undefined }) => {
      const { status, duration, delay, peak, after } = await measure(server, request, options);
      const title = options.count === 1 ? request.title : `${options.count} unread: ${request.title}`;
      const times = [duration, delay].map((time) => `${time.toFixed(0)} ms`);
      rows.push([title, status, ...times, `${peak.toFixed(0)} MiB`, `${after.toFixed(0)} MiB`]);
      showProgress(title);
    };
    for (const request of expensiveRequests) await add(request, { count: 1, patience: undefined });
    for (const request of expensiveRequests.slice(-2)) await add(request, UNREAD);
    const table = columns([['request', 'status', 'took', 'others waited', 'peak', 'after'], ...rows]);
    return `PATTERN is ${pattern}, the first of ${patterns.join(', ')} that the definition can have\n\n${table}`;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Starts the server with the first of the patterns that its definition accepts. */
async function startWith(
  checkout: string,
  folder: string,
  [pattern, ...others]: readonly string[],
): Promise<{ readonly server: RunningProcess; readonly pattern: string }> {
  if (pattern === undefined) throw new Error('The server accepts none of the patterns');
  const workspaces = join(folder, 'workspaces.json');
  writeFileSync(workspaces, JSON.stringify(hostileDefinition(pattern)));
  const data = databaseUrl === undefined ? ['--data', join(folder, DATA)] : [];
  const start = (port: number): readonly string[] => [
    join(checkout, 'src/cli/main.ts'),
    'serve',
    '--port',
    String(port),
    '--workspaces',
    workspaces,
    ...data,
  ];
  const server = await startProcess({ start, environment: { DATABASE_URL: databaseUrl } });
  try {
    await firstAnswer(server, checkout, { method: 'GET', path: '/healthz', status: 200, headers: {} });
    return { server, pattern };
  } catch (error) {
    if (!String(server.lastWords()).includes('/constraints/')) throw error;
    return startWith(checkout, folder, others);
  }
}
