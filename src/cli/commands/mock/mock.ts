import type { Mock } from '../../../mock/index.ts';
import { mockTarget, startMock, triggers } from '../../../mock/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { announce } from '../../output/announce.ts';
import { requireWritable } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { openPage } from '../../terminal/open-page.ts';
import { untilStopped } from '../../until-stopped.ts';
import { mockOptions, readMockOptions } from './mock-options.ts';
import { watchMock } from './watch-mock.ts';

export const mock: Command = {
  options: mockOptions,
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

${optionsHelp({ Options: mockOptions })}`,
  async run(words) {
    const { host, port, open, watch, targetFile, nameOf } = readMockOptions(words);
    if (targetFile !== undefined) await requireWritable(targetFile);
    const server = await start(host, port, watch).catch((error: unknown) => {
      throw listenProblem(error, { host, port, nameOf });
    });
    const stopped = untilStopped();
    const url = reachable(server.url);
    await announce(server, introduction(url), targetFile, mockTarget(url));
    if (open) await openPage(pageOf(url));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function start(host: string, port: number, isWatched: boolean): Promise<Pick<Mock, 'url' | 'close'>> {
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
