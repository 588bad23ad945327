import type { Mock } from '../../../mock/index.ts';
import { mockTarget, startMock, triggers } from '../../../mock/index.ts';
import type { Definition } from '../../../workspace/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { announce } from '../../output/announce.ts';
import { requireWritable } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { openPage } from '../../terminal/open-page.ts';
import { untilStopped } from '../../until-stopped.ts';
import { introduction, pageOf } from './introduction.ts';
import type { MockCommand } from './mock-options.ts';
import { mockOptions, readMockOptions } from './mock-options.ts';
import { watchMock } from './watch-mock.ts';

export const mock: Command = {
  options: mockOptions,
  help: `Usage: npm run mock -- [options]

Starts a mock of the Workspace API, and a page with a button for every failure. The mock stores nothing. Trigger any
documented failure the way it happens in production. In the demo workspaces:
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
In your own workspaces (--workspaces): the same keys and the keys of the file, the same ids, the word taken in a unique text
column (in other unique columns, the value of the first record), and 999 as a reference.
Request a failure by name:
  Prefer: code=409, example=uniqueConstraintViolation
Delay a response or break the connection, to test how a client copes:
  X-Mock-Delay: 800      (milliseconds, at most ${triggers.delayHeader.longest})
  X-Mock-Fault: ${Object.keys(triggers.disturbanceHeader.values).join(' | ')}

${optionsHelp({ Options: mockOptions })}`,
  async run(words) {
    const command = readMockOptions(words);
    const { targetFile } = command;
    if (targetFile !== undefined) await requireWritable(targetFile);
    const server = await start(command).catch((error: unknown) => {
      throw listenProblem(error, command);
    });
    const stopped = untilStopped();
    const url = reachable(server.url);
    await announce(server, introduction(url, server.definition), targetFile, mockTarget(url));
    if (command.open) await openPage(pageOf(url));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

type RunningMock = Pick<Mock, 'url' | 'close'> & { readonly definition?: Definition };

async function start({ host, port, workspaces, watch }: MockCommand): Promise<RunningMock> {
  if (workspaces !== undefined) {
    // Loaded only when needed, because the demo starts faster without it.
    const { startOwnMock } = await import('./own-mock.ts');
    return startOwnMock(workspaces, { host, port, watch });
  }
  if (!watch) return startMock({ host, port, preload: true });
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

function listed(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => `  ${name.padEnd(11)}${text}`).join('\n');
}
