import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { measureClient, measurePeers } from './client/bytes.ts';
import { measureTimes } from './client/times.ts';
import { measureTypes } from './client/types.ts';
import { columns } from './statistics.ts';

const HELP = `Usage: npm run bench:client -- [options]

Measures the client beside its peers, in one run: time per call (interleaved; medians, and ratios to bare fetch), bytes
(minified, gzipped, and what each feature costs), and what its types cost the compiler for ten calls (npm run build first).

Ends with 1 where the client is heavier than its limit.

Options:
  --rounds N      how often each is timed (default 40)
  --bytes-only    leave out what takes time
  --help          print this
`;

/** The whole client, openapi-fetch included, in bytes; and its time beside bare fetch. */
const LIMITS = { gzipped: 6000, ratio: 1.3 };

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
  if (!options['bytes-only']) {
    await printTimes();
    printTypes();
  }
}

async function printBytes(): Promise<void> {
  const { whole, byEsbuild, features } = await measureClient();
  const rows = [...(await measurePeers())].map(([name, { minified, gzipped }]) => [
    name,
    String(minified),
    String(gzipped),
  ]);
  const own = ['workspace-api-client', String(whole.minified), String(whole.gzipped)];
  const other = ['the same, minified by esbuild', String(byEsbuild.minified), String(byEsbuild.gzipped)];
  console.log(`${columns([['bytes', 'minified', 'gzipped'], own, other, ...rows])}\n`);
  const costs = [...features].map(([name, cost]) => [name, String(cost)]);
  console.log(`${columns([['of these, gzipped', ''], ...costs])}\n`);
  if (whole.gzipped <= LIMITS.gzipped) return;
  console.error(`The client weighs ${whole.gzipped} bytes, more than the ${LIMITS.gzipped} that it may.`);
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
    `${columns([['time per call', 'read', '', 'write', ''], ...rows])}\n(our own limit: × ${LIMITS.ratio})\n`,
  );
}

function printTypes(): void {
  if (!existsSync(new URL('../dist/workspace-api-client', import.meta.url))) {
    console.log('what the types cost: run `npm run build` first');
    return;
  }
  const rows = measureTypes(3).map(({ name, milliseconds, instantiations }) => [
    name,
    `${milliseconds.toFixed(0)} ms`,
    String(instantiations),
  ]);
  console.log(columns([['type-check of ten calls', 'time', 'instantiations'], ...rows]));
  console.log('(@hey-api/client-fetch has no types of an API; its own generator writes them)');
}
