import { writeFile } from 'node:fs/promises';

import { contract } from '../../contract/index.ts';
import type { LogLevel } from '../../server/index.ts';
import { AdministrationError, DataPlaceError, logLevels, serverLog, startServer } from '../../server/index.ts';
import type { Definition } from '../../workspace/index.ts';
import { demoDefinition, demoTarget } from '../../workspace/index.ts';
import type { DataPlace } from '../arguments/data-place.ts';
import { dataPlace } from '../arguments/data-place.ts';
import { readDefinition } from '../arguments/read-definition.ts';
import { portRange, readNumber, readOptions } from '../arguments/read-options.ts';
import { exitCodes, Refusal, UsageError } from '../arguments/usage-error.ts';
import type { Command } from '../command.ts';
import { listenProblem } from '../listen-problem.ts';
import { asCalled } from '../terminal/as-called.ts';
import { untilStopped } from '../until-stopped.ts';

const { port: DEFAULT_PORT } = contract.servers.server;

/** How long clients have, once the server is to stop, to send what they were about to send, in milliseconds. */
const DRAIN = 500;

export const serve: Command = {
  help: `Usage: npm run serve -- [options]

Starts the reference implementation of the Workspace API. By itself it serves demo workspaces out of memory, and prints their
API keys, which everybody knows, with a line to try.

Records are kept in the file that --data names, or in the PostgreSQL database that the environment variable DATABASE_URL
names (postgres://user:password@host/database); any number of servers may share either. Then it serves the workspaces that
are there, and those of --workspaces: npm run admin -- --help tells how to create more, and keys. Ctrl-C stops it.

Options:
  --port PORT          where to listen (default ${DEFAULT_PORT}; 0 lets the system pick)
  --host HOST          the address to listen on (default 127.0.0.1: this machine alone)
  --data FILE          keep everything in this SQLite file, which is made where there is none
  --workspaces FILE    create the workspaces that this file defines, where they are not there yet
  --demo               create the demo workspaces, whose keys everybody knows, where they are not there yet
  --faults             obey the header "${contract.faultHeader}: internalError", so that the failure can be provoked
  --log-level LEVEL    what to log on standard error, a line of JSON each: error (the default: what nobody foresaw), info
                       (every request, too) or silent
  --connections N      how many connections may be open at once (default 1000)
  --write-target FILE  write the target file that verifies the demo workspaces: npm run verify -- --target FILE
  --help               print this
`,
  async run(words) {
    const options = readOptions(words, {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      workspaces: { type: 'string' },
      demo: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      'log-level': { type: 'string', default: 'error' },
      connections: { type: 'string', default: '1000' },
      'write-target': { type: 'string' },
    });
    const { host, data, faults, workspaces, demo, 'write-target': targetFile } = options;
    const place = dataPlace(data);
    // Keys that everybody knows get into a database of somebody's own only where they are asked for.
    const isDemo = demo || (place === undefined && workspaces === undefined);
    if (demo && workspaces !== undefined)
      throw new UsageError('--demo and --workspaces both say which workspaces to create: take one of them away');
    if (targetFile !== undefined && !isDemo)
      throw new UsageError('--write-target is for the demo workspaces: add --demo, or take it away');
    const port = readNumber('port', options.port, portRange);
    const connections = readNumber('connections', options.connections, { min: 1, max: 1_000_000 });
    const own = workspaces === undefined ? undefined : await readDefinition(workspaces);
    const definition = isDemo ? demoDefinition : own;
    const server = await startServer({
      host,
      port,
      faults,
      connections,
      timeouts: { drain: DRAIN },
      ...serverLog(readLogLevel(options['log-level'])),
      ...place,
      ...(definition === undefined ? {} : { definition }),
    }).catch((error: unknown) => {
      if (error instanceof DataPlaceError || error instanceof AdministrationError) throw new Refusal(error.message);
      throw listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    if (targetFile !== undefined) {
      await writeFile(targetFile, `${JSON.stringify(demoTarget(server.url, { faults }), null, 2)}\n`);
    }
    console.log(isDemo ? demoIntroduction(server.url, host, targetFile) : introduction(server.url, place, own));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw new UsageError(`--log-level takes ${logLevels.join(', ')}, not "${text}"`);
  return level;
}

function introduction(url: string, place: DataPlace | undefined, own: Definition | undefined): string {
  const option = place !== undefined && 'data' in place ? ` --data ${place.data}` : '';
  return [
    `The reference server answers at ${url}; Ctrl-C stops it.`,
    ...(own?.workspaces ?? []).map(({ slug, mode }) => `  ${url}/${own?.organization}/${slug}   ${mode}`),
    '',
    ...(place === undefined
      ? ['It forgets everything when it stops; its keys are those of the file.']
      : [
          `Its workspaces: npm run admin -- workspace list${option}`,
          `Its keys:       npm run admin -- key list${option}`,
        ]),
  ]
    .map((line) => asCalled(line))
    .join('\n');
}

function demoIntroduction(url: string, host: string, targetFile: string | undefined): string {
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
