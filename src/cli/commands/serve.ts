import { writeFile } from 'node:fs/promises';

import { DataPlaceError, startServer } from '../../server/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import { asCalled } from '../as-called.ts';
import type { Command } from '../command.ts';
import { demoTarget } from '../demo-target.ts';
import { listenProblem } from '../listen-problem.ts';
import { portRange, readNumber, readOptions } from '../read-options.ts';
import { untilStopped } from '../until-stopped.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

const DEFAULT_PORT = 4000;

export const serve: Command = {
  help: `Usage: npm run serve -- [options]

Starts the reference implementation of the Workspace API with a demo workspace, and prints its API keys with a line to
try. Its records live in memory, in the file that --data names, or in the PostgreSQL database that the environment variable
DATABASE_URL names (postgres://user:password@host/database), which any number of servers may share. Ctrl-C stops it.

Options:
  --port PORT          where to listen (default ${DEFAULT_PORT}; 0 lets the system pick)
  --host HOST          the address to listen on (default 127.0.0.1: this machine alone)
  --data FILE          keep everything in this SQLite file, which is made where there is none
  --faults             obey the header "x-fault: internalError", so that the failure can be provoked
  --write-target FILE  write the target file that verifies this server: npm run verify -- --target FILE
  --help               print this
`,
  async run(words) {
    const options = readOptions(words, {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      faults: { type: 'boolean', default: false },
      'write-target': { type: 'string' },
    });
    const { host, data, faults } = options;
    const database = process.env.DATABASE_URL;
    if (data !== undefined && database !== undefined)
      throw new UsageError('--data and DATABASE_URL both say where the records are kept: take one of them away');
    const port = readNumber('port', options.port, portRange);
    const server = await startServer({
      definition: demoDefinition,
      host,
      port,
      faults,
      ...(data === undefined ? {} : { data }),
      ...(database === undefined ? {} : { database }),
    }).catch((error: unknown) => {
      throw error instanceof DataPlaceError ? new UsageError(error.message) : listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    const targetFile = options['write-target'];
    if (targetFile !== undefined) {
      await writeFile(targetFile, `${JSON.stringify(demoTarget(server.url, { faults }), null, 2)}\n`);
    }
    console.log(introduction(server.url, host, targetFile));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function introduction(url: string, host: string, targetFile: string | undefined): string {
  const { organization, workspaces } = demoDefinition;
  const keys = workspaces.flatMap(({ slug, mode, keys: some }) =>
    some.map(
      ({ name, key }) =>
        `  ${key.padEnd(32)}${name.padEnd(12)}of ${slug}${mode === 'ACTIVE' ? '' : `, which is ${mode}`}`,
    ),
  );
  const [first] = workspaces;
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return [
    `The reference server answers at ${url}; Ctrl-C stops it.`,
    ...(isLocal ? [] : ['These keys are public: whoever reaches this address can read and write.']),
    '',
    'Demo keys:',
    ...keys,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer ${first?.keys[0]?.key}' ${url}/${organization}/${first?.slug}/Customer`,
    ...(targetFile === undefined ? [] : ['', `Verify it:`, asCalled(`  npm run verify -- --target ${targetFile}`)]),
  ].join('\n');
}
