import { AdministrationError, DataPlaceError, serverLog, startServer } from '../../../server/index.ts';
import type { Definition } from '../../../workspace/index.ts';
import { demoDefinition, demoTarget } from '../../../workspace/index.ts';
import type { DataPlace } from '../../arguments/data-place.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { exitCodes, Refusal } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { announce } from '../../output/announce.ts';
import { requireWritable } from '../../output/output-file.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { untilStopped } from '../../until-stopped.ts';
import { readServeOptions, serveOptions } from './serve-options.ts';

/** How long the server keeps accepting requests on open connections while it shuts down, in milliseconds. */
const DRAIN = 500;

export const serve: Command = {
  options: serveOptions,
  help: `Usage: npm run serve -- [options]

Starts the reference implementation of the Workspace API. By default it serves demo workspaces from memory, and prints their
public API keys and a command to try.

To keep records, pass --data for an SQLite file, or set the environment variable DATABASE_URL for a PostgreSQL database
(postgres://user:password@host/database). The server then serves the workspaces in that database, and those that
--workspaces defines. Any number of servers can share the database. To create more workspaces and keys, see
npm run admin -- --help. Press Ctrl-C to stop the server.

${optionsHelp({ Options: serveOptions })}`,
  async run(words) {
    const { logLevel, place, isDemo, own, targetFile, nameOf, ...given } = await readServeOptions(words);
    if (targetFile !== undefined) await requireWritable(targetFile);
    const definition = isDemo ? demoDefinition : own;
    const server = await startServer({
      ...given,
      timeouts: { drain: DRAIN },
      ...serverLog(logLevel),
      ...place,
      ...(definition === undefined ? {} : { definition }),
    }).catch((error: unknown) => {
      if (error instanceof DataPlaceError || error instanceof AdministrationError) throw new Refusal(error.message);
      throw listenProblem(error, { ...given, nameOf });
    });
    const stopped = untilStopped();
    const { host, faults } = given;
    const text = isDemo ? demoIntroduction(server.url, host, targetFile?.file) : introduction(server.url, place, own);
    await announce(server, `${text}\n`, targetFile, demoTarget(server.url, { faults }));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};

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
