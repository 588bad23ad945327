import { writeFile } from 'node:fs/promises';

import { mockTarget, startMock } from '../../mock/index.ts';
import type { Command } from '../command.ts';
import { listenProblem } from '../listen-problem.ts';
import { portRange, readNumber, readOptions } from '../read-options.ts';
import { untilStopped } from '../until-stopped.ts';
import { exitCodes } from '../usage-error.ts';

const DEFAULT_PORT = 4010;

export const mock: Command = {
  help: `Usage: npm run mock -- [options]

Starts a mock of the Workspace API. It stores nothing; every documented failure can be had from it, by the header
  Prefer: code=409, example=uniqueConstraintViolation
or the way it happens in real life: with a key that has expired, an entity that is not there, a value that is taken.

Options:
  --port PORT          where to listen (default ${DEFAULT_PORT}; 0 lets the system pick)
  --host HOST          the address to listen on (default 127.0.0.1: this machine alone)
  --write-target FILE  write the target file that verifies the mock: npm run verify -- --target FILE
  --help               print this
`,
  async run(words) {
    const options = readOptions(words, {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      'write-target': { type: 'string' },
    });
    const { host } = options;
    const port = readNumber('port', options.port, portRange);
    const server = await startMock({ host, port }).catch((error: unknown) => {
      throw listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    const targetFile = options['write-target'];
    if (targetFile !== undefined) await writeFile(targetFile, `${JSON.stringify(mockTarget(server.url), null, 2)}\n`);
    console.log(introduction(server.url));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function introduction(url: string): string {
  return [
    `The mock answers at ${url}; Ctrl-C stops it.`,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer sk_test_read_write' ${url}/acme-corp/sales/Customer`,
    `  curl -H 'Prefer: code=401, example=expiredApiKey' ${url}/acme-corp/sales/Customer`,
  ].join('\n');
}
