import { contract } from '../../../contract/index.ts';
import type { Mock } from '../../../mock/index.ts';
import { mockTarget, startMock, triggers } from '../../../mock/index.ts';
import { listenOptions } from '../../arguments/listen-options.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { announce } from '../../output/announce.ts';
import { requireWritable } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { openPage } from '../../terminal/open-page.ts';
import { untilStopped } from '../../until-stopped.ts';
import { watchMock } from './watch-mock.ts';

const { port: DEFAULT_PORT } = contract.servers.mock;

const options = {
  ...listenOptions(DEFAULT_PORT),
  open: { type: 'boolean', default: false, text: 'open the page in the browser' },
  watch: { type: 'boolean', default: false, text: 'regenerate and restart whenever openapi.yaml changes' },
  'write-target': {
    type: 'string',
    value: 'FILE',
    text: 'write a target file for verifying the mock: npm run verify -- --target FILE',
  },
} satisfies OptionTable;

export const mock: Command = {
  help: `Usage: npm run mock -- [options]

Starts a mock of the Workspace API, and a page with a button for every failure. The mock stores nothing. Trigger any
documented failure the way it happens in production:
${listed([
  ['key', Object.keys(triggers.keys).join(', ')],
  ['workspace', 'sales is active, archive is read-only, studio is in design mode, lab is in maintenance mode'],
  ['entity', 'Customer, Product, Order, LineItem; any other is not found'],
  [
    'id',
    `${triggers.ids.recordNotFound} is not found, ${triggers.ids.internalError} fails, ${triggers.ids.recordReferenced} cannot be deleted`,
  ],
  [
    'value',
    `taken@example.com is taken, a reference to ${triggers.missingReference} matches no record; other values are validated`,
  ],
])}
Request a failure by name:
  Prefer: code=409, example=uniqueConstraintViolation
Delay a response or break the connection, to test how a client copes:
  X-Mock-Delay: 800      (milliseconds, at most ${triggers.delayHeader.longest})
  X-Mock-Fault: ${Object.keys(triggers.disturbanceHeader.values).join(' | ')}

${optionsHelp({ Options: options })}`,
  async run(words) {
    const given = readOptions(words, options);
    const { host } = given;
    const port = readNumber('port', given.port, portRange);
    const targetFile = given['write-target'];
    if (targetFile !== undefined) await requireWritable({ option: 'write-target', file: targetFile });
    const server = await start(host, port, given.watch).catch((error: unknown) => {
      throw listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    const url = reachable(server.url);
    await announce(server, introduction(url), targetFile, mockTarget(url));
    if (given.open) await openPage(pageOf(url));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function start(host: string, port: number, isWatched: boolean): Promise<Mock> {
  if (!isWatched) return startMock({ host, port, preload: true });
  return watchMock({
    host,
    port,
    onReload: () => void print('openapi.yaml changed; the mock now uses the new version\n').catch(() => undefined),
    onRefusal: (complaint) => console.error(`openapi.yaml changed, but the mock cannot use it: ${complaint}`),
  });
}

/** Replaces the wildcard address, which a server can listen on but a client cannot connect to everywhere. */
function reachable(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

function pageOf(url: string): string {
  return new URL('/', url).href;
}

function introduction(url: string): string {
  return [
    `The mock is running at ${url} (press Ctrl-C to stop it).`,
    `A page with a button for every failure: ${pageOf(url)}`,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer sk_test_read_write' ${url}/acme-corp/sales/Customer`,
    `  curl -H 'Authorization: Bearer sk_test_expired' ${url}/acme-corp/sales/Customer`,
    `  curl -H 'Prefer: code=401, example=wrongWorkspace' ${url}/acme-corp/sales/Customer`,
    '',
  ].join('\n');
}

function listed(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => `  ${name.padEnd(11)}${text}`).join('\n');
}
