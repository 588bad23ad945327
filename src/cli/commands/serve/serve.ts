import { testKeys } from '../../../injection/index.ts';
import {
  AdministrationError,
  DataPlaceError,
  MetricsEndpointError,
  serverLog,
  startServer,
} from '../../../server/index.ts';
import {
  DefinitionError,
  definitionTarget,
  demoDefinition,
  demoTarget,
  targetWorkspace,
} from '../../../workspace/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { exitCodes, Refusal } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { listenProblem } from '../../listen-problem.ts';
import { announce } from '../../output/announce.ts';
import { requireWritable } from '../../output/output-file.ts';
import { complain } from '../../output/complain.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { untilStopped } from '../../until-stopped.ts';
import { demoIntroduction, devIntroduction, introduction } from './introduction.ts';
import { outdatedWorkspaces } from './outdated-workspaces.ts';
import { readServeOptions, serveOptions } from './serve-options.ts';

/** How long the server keeps accepting requests on open connections while it shuts down, in milliseconds. */
const DRAIN = 500;

export const serve: Command = {
  options: serveOptions,
  help: `Usage: npm run serve -- [options]

Starts the reference implementation of the Workspace API. By default it serves demo workspaces from memory, and prints their
public API keys and a command to try.

For front-end development, --dev serves them, or those of --workspaces, with the test keys of the mock, to every page, and fails
on request: Prefer: code=409, example=uniqueConstraintViolation; X-Mock-Delay: 800; X-Mock-Fault: reset. Unlike the mock, it
remembers what you write.

To keep records, pass --data for an SQLite file, or set the environment variable DATABASE_URL for a PostgreSQL database
(postgres://user:password@host/database). The server then serves the workspaces in that database, and those that
--workspaces defines. Any number of servers can share the database. To create more workspaces and keys, see
npm run admin -- --help. Press Ctrl-C to stop the server.

To operate it, --metrics-port serves metrics for Prometheus on a port of their own, and --rate-limit stops a client that sends
requests in a loop.

${optionsHelp({ Options: serveOptions })}`,
  async run(words) {
    const { logLevel, place, isDemo, workspaces, targetFile, nameOf, ...given } = await readServeOptions(words);
    const own = workspaces?.definition;
    const definition = isDemo ? demoDefinition : own;
    const target =
      targetFile === undefined || isDemo || own === undefined ? undefined : targetWorkspace(own, given.dev);
    if (targetFile !== undefined && !isDemo && target === undefined)
      throw new Refusal(
        `${targetFile.option} needs a workspace in which records can be written, with a READ_WRITE key in the definition; add one`,
      );
    if (targetFile !== undefined) await requireWritable(targetFile);
    const outdated = place !== undefined && workspaces !== undefined ? await outdatedWorkspaces(place, workspaces) : [];
    const server = await startServer({
      ...given,
      timeouts: { drain: DRAIN },
      ...serverLog(logLevel),
      ...place,
      ...(definition === undefined ? {} : { definition }),
    }).catch((error: unknown) => {
      if (error instanceof DataPlaceError || error instanceof AdministrationError) throw new Refusal(error.message);
      if (error instanceof DefinitionError && workspaces !== undefined)
        throw new Refusal(`${workspaces.file}: ${error.message}`);
      if (error instanceof MetricsEndpointError)
        throw listenProblem(error.cause, {
          host: given.metricsHost,
          port: given.metricsPort ?? 0,
          nameOf: (option) => nameOf(`metrics-${option}`),
        });
      throw listenProblem(error, { ...given, nameOf });
    });
    const stopped = untilStopped();
    const { host, faults } = given;
    const text = given.dev
      ? devIntroduction(server.url, definition)
      : isDemo
        ? demoIntroduction(server.url, host, targetFile?.file)
        : introduction(server.url, place, own, { workspaces: workspaces?.file, target: targetFile?.file });
    const content =
      own === undefined || target === undefined
        ? demoTarget(server.url, { faults })
        : definitionTarget(server.url, own, {
            workspace: target,
            faults,
            keys: given.dev ? testKeys() : undefined,
          });
    const metrics = server.metricsUrl === undefined ? '' : `\nMetrics: ${server.metricsUrl}\n`;
    await announce(server, `${text}\n${metrics}`, targetFile, content);
    for (const line of outdated) complain(asCalled(line));
    await stopped;
    await server.close();
    return exitCodes.fine;
  },
};
