import { writeFile } from 'node:fs/promises';

import { contract } from '../../../contract/index.ts';
import type { Mock } from '../../../mock/index.ts';
import { mockTarget, startMock, triggers } from '../../../mock/index.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { openPage } from '../../terminal/open-page.ts';
import { untilStopped } from '../../until-stopped.ts';
import { watchMock } from './watch-mock.ts';

const { port: DEFAULT_PORT } = contract.servers.mock;

export const mock: Command = {
  help: `Usage: npm run mock -- [options]

Starts a mock of the Workspace API, and a page on which every failure is a button. It stores nothing; every documented
failure can be had from it, the way it happens in real life:
${listed([
  ['key', Object.keys(triggers.keys).join(', ')],
  ['workspace', 'sales is active, archive read-only, studio in design, lab in maintenance'],
  ['entity', 'Customer, Product, Order, LineItem; any other is not found'],
  [
    'id',
    `${triggers.ids.recordNotFound} is not found, ${triggers.ids.internalError} breaks, ${triggers.ids.recordReferenced} can not be deleted`,
  ],
  [
    'value',
    `taken@example.com is taken, a reference to ${triggers.missingReference} leads nowhere; others are validated`,
  ],
])}
by its name:
  Prefer: code=409, example=uniqueConstraintViolation
and, to test how a client bears it, late or not at all:
  X-Mock-Delay: 800      (milliseconds, at most ${triggers.delayHeader.longest})
  X-Mock-Fault: ${Object.keys(triggers.disturbanceHeader.values).join(' | ')}

Options:
  --port PORT          where to listen (default ${DEFAULT_PORT}; 0 lets the system pick)
  --host HOST          the address to listen on (default 127.0.0.1: this machine alone)
  --open               open its page in the browser
  --watch              start again whenever openapi.yaml changes (what is generated from it is written anew)
  --write-target FILE  write the target file that verifies the mock: npm run verify -- --target FILE
  --help               print this
`,
  async run(words) {
    const options = readOptions(words, {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      open: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      'write-target': { type: 'string' },
    });
    const { host } = options;
    const port = readNumber('port', options.port, portRange);
    const server = await start(host, port, options.watch).catch((error: unknown) => {
      throw listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    const url = reachable(server.url);
    const targetFile = options['write-target'];
    if (targetFile !== undefined) await writeFile(targetFile, `${JSON.stringify(mockTarget(url), null, 2)}\n`);
    console.log(introduction(url));
    if (options.open) await openPage(pageOf(url));
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
    onReload: () => console.log('openapi.yaml has changed; the mock answers by it now'),
    onRefusal: (complaint) => console.error(`openapi.yaml has changed, but can not be taken: ${complaint}`),
  });
}

/** Every address of this machine is where to listen, but nowhere to go. */
function reachable(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

function pageOf(url: string): string {
  return new URL('/', url).href;
}

function introduction(url: string): string {
  return [
    `The mock answers at ${url}; Ctrl-C stops it.`,
    `Every failure is a button at ${pageOf(url)}`,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer sk_test_read_write' ${url}/acme-corp/sales/Customer`,
    `  curl -H 'Authorization: Bearer sk_test_expired' ${url}/acme-corp/sales/Customer`,
    `  curl -H 'Prefer: code=401, example=wrongWorkspace' ${url}/acme-corp/sales/Customer`,
  ].join('\n');
}

function listed(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => `  ${name.padEnd(11)}${text}`).join('\n');
}
