import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { checkFeatures, measureClient, measureFeatures, measureFixtures, measurePeers } from './client/bytes.ts';
import { measureHandlers } from './client/handlers-bytes.ts';
import { measureTimes } from './client/times.ts';
import { measureTypes } from './client/types.ts';
import { measureWorkspaceTypes } from './client/workspace-types.ts';
import { columns } from './statistics.ts';

const HELP = `Usage: npm run bench:client -- [options]

Compares the client with its peers in one run: the time per call (interleaved; medians and ratios to plain fetch), the size
(minified and gzipped, and the cost of each feature), and the work of the compiler for ten calls (requires npm run build).

Exit codes: 0 success, 1 the client or its fixtures exceed their size limit.

Options:
  --rounds N      how often to time each call (default 40)
  --bytes-only    measure only the size of the client, and the cost of each feature only if the client exceeds its limit
  --help          print this help
`;

/**
 * The size limits in bytes, gzipped and including openapi-fetch: of everything the client exports, and of `createClient` alone.
 * And the time limit as a ratio to plain fetch.
 */
const LIMITS = { whole: 7040, alone: 6450, ratio: 1.3 };

/** The size limit of the handlers for MSW, with the validators of requests and without what own definitions need. */
const HANDLERS_LIMIT = 25_000;

/** The size limit of everything that `workspace-api-client/testing` exports, in bytes, gzipped. */
const FIXTURES_LIMIT = 6000;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    'bytes-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(HELP);
else {
  await printBytes();
  await printHandlers();
  await printFixtures();
  if (!options['bytes-only']) {
    await printTimes();
    await printTypes();
  }
}

async function printBytes(): Promise<void> {
  const { whole, alone, byEsbuild } = await measureClient();
  const peers = options['bytes-only'] ? [] : await measurePeers();
  const rows = [...peers].map(([name, { minified, gzipped }]) => [name, String(minified), String(gzipped)]);
  const own = ['workspace-api-client', String(whole.minified), String(whole.gzipped)];
  const part = ['createClient alone', String(alone.minified), String(alone.gzipped)];
  const other = ['the same, minified with esbuild', String(byEsbuild.minified), String(byEsbuild.gzipped)];
  console.log(`${columns([['bytes', 'minified', 'gzipped'], own, other, part, ...rows])}\n`);
  const sizes = { whole: whole.gzipped, alone: alone.gzipped };
  const exceeded = (['whole', 'alone'] as const).filter((name) => sizes[name] > LIMITS[name]);
  if (options['bytes-only'] && exceeded.length === 0) await checkFeatures();
  else {
    const costs = [...(await measureFeatures(whole))].map(([name, cost]) => [name, String(cost)]);
    console.log(`${columns([['gzipped size of', ''], ...costs])}\n`);
  }
  for (const name of exceeded) {
    const what = name === 'whole' ? 'The client' : '`createClient` alone';
    console.error(`${what} has ${sizes[name]} bytes gzipped, more than its limit of ${LIMITS[name]}.`);
    process.exitCode = 1;
  }
}

async function printFixtures(): Promise<void> {
  const { whole, alone } = await measureFixtures();
  const rows = Object.entries({ 'workspace-api-client/testing': whole, 'gatewayHtml alone': alone }).map(
    ([name, { minified, gzipped }]) => [name, String(minified), String(gzipped)],
  );
  console.log(`${columns([['bytes of the fixtures, minified with esbuild', 'minified', 'gzipped'], ...rows])}\n`);
  if (whole.gzipped <= FIXTURES_LIMIT) return;
  console.error(`The fixtures have ${whole.gzipped} bytes gzipped, more than their limit of ${FIXTURES_LIMIT}.`);
  process.exitCode = 1;
}

async function printHandlers(): Promise<void> {
  const { minified, gzipped } = await measureHandlers();
  console.log(`${columns([['workspace-api-client/msw', String(minified), String(gzipped)]])}\n`);
  if (gzipped <= HANDLERS_LIMIT) return;
  console.error(`The handlers for MSW have ${gzipped} bytes gzipped, more than their limit of ${HANDLERS_LIMIT}.`);
  process.exitCode = 1;
}

async function printTimes(): Promise<void> {
  const times = await measureTimes(Number(options.rounds));
  const rows = Map.groupBy(times, ({ name }) => name)
    .entries()
    .map(([name, own]) => [
      name,
      ...own.flatMap(({ time, ratio }) => [`${time.toFixed(0)} µs`, `× ${ratio.toFixed(2)}`]),
    ]);
  console.log(
    `${columns([['time per call', 'read', '', 'write', ''], ...rows])}\n(limit for workspace-api-client: × ${LIMITS.ratio})\n`,
  );
}

async function printTypes(): Promise<void> {
  if (!existsSync(new URL('../dist/workspace-api-client', import.meta.url))) {
    console.log('To measure the cost of the types, run `npm run build` first.');
    return;
  }
  const rows = measureTypes(3).map(({ name, milliseconds, instantiations }) => [
    name,
    `${milliseconds.toFixed(0)} ms`,
    String(instantiations),
  ]);
  console.log(columns([['type-check of ten calls', 'time', 'instantiations'], ...rows]));
  console.log('(@hey-api/client-fetch is left out because its types come from a separate generator)\n');
  const costs = await measureWorkspaceTypes();
  const own = costs.map(({ name, milliseconds, instantiations }) => [
    name,
    `${milliseconds.toFixed(0)} ms`,
    String(instantiations),
  ]);
  console.log(columns([['type-check of ten calls, with the types of a workspace', 'time', 'instantiations'], ...own]));
}
