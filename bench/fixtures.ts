import { parseArgs } from 'node:util';

import type { Bytes } from './client/bytes.ts';
import { measureBytes } from './fixtures/bytes.ts';
import { contenders } from './fixtures/contenders.ts';
import type { PeerModules } from './fixtures/load-peers.ts';
import { loadPeers } from './fixtures/load-peers.ts';
import { documentedFailures, measureNamedFailures } from './fixtures/named-failures.ts';
import { measuredVersions, preparePeers } from './fixtures/peers-folder.ts';
import { MISTAKES } from './fixtures/probes/mistakes.ts';
import { measureTypeErrors } from './fixtures/type-errors.ts';
import { columns } from './statistics.ts';

const HELP = `Usage: npm run bench:fixtures -- [options]

Compares the fixtures and the handlers for MSW with similar tools, in one run and on the same OpenAPI document: how many documented
failures a test gets without writing a body, how many mistakes in a test the compiler finds, and how many bytes a test loads.

It installs the other tools from the npm registry into a temporary folder, and removes the folder at the end. This takes a minute.

Exit codes: 0 success, 1 the tools could not be installed or measured, 2 invalid options.

Options:
  --list          list the failures that each tool does not return, and the mistakes that the compiler does not find
  --help          print this help
`;

const options = readOptions();

if (options?.help) process.stdout.write(HELP);
else if (options !== undefined) {
  const versions = Object.entries(measuredVersions());
  console.log(`${versions.map(([name, version]) => `${name} ${version}`).join(', ')}\n`);
  const folder = await preparePeers();
  await printFailures(folder, await loadPeers(folder), options.list);
  printTypeErrors(folder, options.list);
  await printBytes(folder);
}

/** Returns `undefined` after reporting an invalid option. */
function readOptions(): { readonly list: boolean; readonly help: boolean } | undefined {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ options: { list: flag, help: flag } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nSee npm run bench:fixtures -- --help`);
    process.exitCode = 2;
    return undefined;
  }
}

async function printFailures(folder: string, peers: PeerModules, isListed: boolean): Promise<void> {
  const measured = await measureNamedFailures(await contenders(folder, peers), peers);
  const of = (part: number): string => `${part} of ${documentedFailures.length}`;
  const all = new Set(documentedFailures.map(({ scenario }) => scenario)).size;
  const rows = measured.map(({ name, status, whole, names }) => [name, of(status), of(whole), `${names} of ${all}`]);
  console.log(`${columns([['failures without writing a body', 'status', 'whole', 'names'], ...rows])}\n`);
  if (isListed)
    printLists(
      'does not return',
      measured.map(({ name, missing }) => [name, missing]),
    );
}

function printTypeErrors(folder: string, isListed: boolean): void {
  const measured = measureTypeErrors(folder);
  const rows = measured.map(({ name, missed }) => [name, `${MISTAKES.length - missed.length} of ${MISTAKES.length}`]);
  console.log(`${columns([['mistakes that do not compile', 'caught'], ...rows])}\n`);
  if (isListed)
    printLists(
      'misses',
      measured.map(({ name, missed }) => [name, missed]),
    );
}

async function printBytes(folder: string): Promise<void> {
  const { tools, msw } = await measureBytes(folder);
  const sizes = (bytes?: Bytes): readonly string[] =>
    bytes === undefined ? ['–', '–'] : [String(bytes.minified), String(bytes.gzipped)];
  const rows = tools.map(({ name, one, all }) => [name, ...sizes(one), ...sizes(all)]);
  const titles = ['bytes in addition to MSW', 'one failure', 'gzipped', 'all', 'gzipped'];
  console.log(columns([titles, ...rows, ['(MSW itself)', ...sizes(msw), ...sizes()]]));
}

function printLists(verb: string, lists: readonly (readonly [string, readonly string[]])[]): void {
  for (const [name, items] of lists)
    if (items.length > 0) console.log(`${name} ${verb}:\n${items.map((item) => `  ${item}`).join('\n')}\n`);
}
