import { contract } from '../../contract/index.ts';
import type { LogLevel } from '../../server/index.ts';
import {
  AdministrationError,
  DataPlaceError,
  isOrigin,
  logLevels,
  serverLog,
  startServer,
} from '../../server/index.ts';
import type { Definition } from '../../workspace/index.ts';
import { demoDefinition, demoTarget } from '../../workspace/index.ts';
import type { DataPlace } from '../arguments/data-place.ts';
import { dataPlace } from '../arguments/data-place.ts';
import { readDefinition } from '../arguments/read-definition.ts';
import { listenOptions } from '../arguments/listen-options.ts';
import type { OptionTable } from '../arguments/option-table.ts';
import { optionsHelp } from '../arguments/option-table.ts';
import { portRange, readNumber, readOptions } from '../arguments/read-options.ts';
import { exitCodes, Refusal, UsageError } from '../arguments/usage-error.ts';
import type { Command } from '../command.ts';
import { listenProblem } from '../listen-problem.ts';
import { announce } from '../output/announce.ts';
import { requireWritable } from '../output/output-file.ts';
import { asCalled } from '../terminal/as-called.ts';
import { untilStopped } from '../until-stopped.ts';

const { port: DEFAULT_PORT } = contract.servers.server;

/** How long the server keeps accepting requests on open connections while it shuts down, in milliseconds. */
const DRAIN = 500;

const options = {
  ...listenOptions(DEFAULT_PORT),
  data: {
    type: 'string',
    value: 'FILE',
    text: 'keep everything in this SQLite file, which is created if it does not exist',
  },
  workspaces: {
    type: 'string',
    value: 'FILE',
    text: 'create the workspaces that this file defines, unless they exist',
  },
  demo: {
    type: 'boolean',
    default: false,
    text: 'create the demo workspaces, whose API keys are public, unless they exist',
  },
  faults: {
    type: 'boolean',
    default: false,
    text: `fail on purpose when a request has the header "${contract.faultHeader}: internalError"`,
  },
  'log-level': {
    type: 'string',
    value: 'LEVEL',
    default: 'error',
    text:
      'what to log on standard error, as lines of JSON: error logs unexpected errors, info logs every request too, silent ' +
      'logs nothing (default {default})',
  },
  connections: {
    type: 'string',
    value: 'N',
    default: '1000',
    text: 'how many connections can be open at the same time (default {default})',
  },
  cors: {
    type: 'string',
    value: 'ORIGIN',
    multiple: true,
    default: [],
    text: 'let browser pages from this origin, such as http://localhost:5173, use the API; repeatable; "*" allows every origin',
  },
  'write-target': {
    type: 'string',
    value: 'FILE',
    text: 'write a target file for verifying the demo workspaces: npm run verify -- --target FILE',
  },
} satisfies OptionTable;

export const serve: Command = {
  help: `Usage: npm run serve -- [options]

Starts the reference implementation of the Workspace API. By default it serves demo workspaces from memory, and prints their
public API keys and a command to try.

To keep records, pass --data for an SQLite file, or set the environment variable DATABASE_URL for a PostgreSQL database
(postgres://user:password@host/database). The server then serves the workspaces in that database, and those that
--workspaces defines. Any number of servers can share the database. To create more workspaces and keys, see
npm run admin -- --help. Press Ctrl-C to stop the server.

${optionsHelp({ Options: options })}`,
  async run(words) {
    const given = readOptions(words, options);
    const { host, data, faults, workspaces, demo, 'write-target': targetFile } = given;
    const place = dataPlace(data);
    // The demo's keys are public, so they get into a user's own database only on request.
    const isDemo = demo || (place === undefined && workspaces === undefined);
    if (demo && workspaces !== undefined)
      throw new UsageError('--demo and --workspaces both define the workspaces to create; remove one of them');
    if (targetFile !== undefined && !isDemo)
      throw new UsageError('--write-target works only with the demo workspaces; add --demo or remove --write-target');
    const port = readNumber('port', given.port, portRange);
    const connections = readNumber('connections', given.connections, { min: 1, max: 1_000_000 });
    if (targetFile !== undefined) await requireWritable({ option: 'write-target', file: targetFile });
    const own = workspaces === undefined ? undefined : await readDefinition(workspaces);
    const definition = isDemo ? demoDefinition : own;
    const server = await startServer({
      host,
      port,
      faults,
      connections,
      cors: given.cors.map(readOrigin),
      timeouts: { drain: DRAIN },
      ...serverLog(readLogLevel(given['log-level'])),
      ...place,
      ...(definition === undefined ? {} : { definition }),
    }).catch((error: unknown) => {
      if (error instanceof DataPlaceError || error instanceof AdministrationError) throw new Refusal(error.message);
      throw listenProblem(error, host, port);
    });
    const stopped = untilStopped();
    const text = isDemo ? demoIntroduction(server.url, host, targetFile) : introduction(server.url, place, own);
    await announce(server, `${text}\n`, targetFile, demoTarget(server.url, { faults }));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

function readOrigin(text: string): string {
  if (isOrigin(text)) return text;
  throw new UsageError(`--cors takes an origin such as https://app.example.com, or "*", not "${text}"`);
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw new UsageError(`--log-level must be one of ${logLevels.join(', ')}, not "${text}"`);
  return level;
}

function introduction(url: string, place: DataPlace | undefined, own: Definition | undefined): string {
  const option = place !== undefined && 'data' in place ? ` --data ${place.data}` : '';
  return [
    `The reference server is running at ${url} (press Ctrl-C to stop it).`,
    ...(own?.workspaces ?? []).map(({ slug, mode }) => `  ${url}/${own?.organization}/${slug}   ${mode}`),
    '',
    ...(place === undefined
      ? ['Records are kept in memory and lost when the server stops. The API keys are those in the workspaces file.']
      : [
          `List its workspaces: npm run admin -- workspace list${option}`,
          `List its API keys:   npm run admin -- key list${option}`,
        ]),
  ]
    .map((line) => asCalled(line))
    .join('\n');
}

function demoIntroduction(url: string, host: string, targetFile: string | undefined): string {
  const { organization, workspaces } = demoDefinition;
  const keys = workspaces.flatMap(({ slug, mode, keys: some }) =>
    some.map(({ name, key }) => `  ${key.padEnd(32)}${name.padEnd(12)}${slug}${mode === 'ACTIVE' ? '' : ` (${mode})`}`),
  );
  const [first] = workspaces;
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return [
    `The reference server is running at ${url} (press Ctrl-C to stop it).`,
    ...(isLocal ? [] : ['The demo keys are public: anyone who can reach this address can read and write.']),
    '',
    'Demo keys:',
    ...keys,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer ${first?.keys[0]?.key}' ${url}/${organization}/${first?.slug}/Customer`,
    ...(targetFile === undefined
      ? []
      : ['', `Verify the server:`, asCalled(`  npm run verify -- --target ${targetFile}`)]),
  ].join('\n');
}
