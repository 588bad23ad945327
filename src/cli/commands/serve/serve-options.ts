import { contract } from '../../../contract/index.ts';
import type { LogLevel } from '../../../server/index.ts';
import { isLoopback, isOrigin, logLevels } from '../../../server/index.ts';
import type { Definition } from '../../../workspace/index.ts';
import type { DataPlace } from '../../arguments/data-place.ts';
import { dataPlace } from '../../arguments/data-place.ts';
import { listenOptions } from '../../arguments/listen-options.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { readDefinition } from '../../arguments/read-definition.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { withoutSecrets } from '../../arguments/without-secrets.ts';
import { requireSeparate } from '../../output/separate-files.ts';

const { port: DEFAULT_PORT } = contract.servers.server;

/** The options of `serve`. */
export const serveOptions = {
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
  // A container listens on all its addresses, and this must not.
  dev: {
    type: 'boolean',
    default: false,
    text: 'for front-end development: keep everything in memory, accept the test keys of the mock, and fail on request',
    variable: null,
  },
  faults: {
    type: 'boolean',
    default: false,
    text: `fail on purpose when a request has the header "${contract.faultHeader}: internalError"`,
  },
  'log-level': {
    type: 'string',
    value: 'LEVEL',
    variable: 'LOG_LEVEL',
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
  'database-connections': {
    type: 'string',
    value: 'N',
    default: '10',
    text: 'how many connections this server may open to PostgreSQL, half of them for writes (default {default})',
  },
  cors: {
    type: 'string',
    value: 'ORIGIN,…',
    multiple: true,
    default: [],
    text: 'let browser pages from these origins, such as http://localhost:5173, use the API; repeatable; "*" allows every origin',
  },
  'metrics-port': {
    type: 'string',
    value: 'PORT',
    // Kubernetes sets WORKSPACE_API_METRICS_PORT if a service is called workspace-api-metrics.
    variable: 'WORKSPACE_API_METRICS',
    text: 'serve metrics for Prometheus on this port, under /metrics; 0 picks a free port; by default, there are none',
  },
  'metrics-host': {
    type: 'string',
    value: 'HOST',
    variable: 'WORKSPACE_API_METRICS_ADDRESS',
    default: '127.0.0.1',
    text: 'the address on which to serve metrics (default {default}, this machine only)',
  },
  'rate-limit': {
    type: 'string',
    value: 'N',
    text:
      'how many requests a second each API key can send, after a burst of as many; the others get 429 with Retry-After, which ' +
      'the contract does not contain; by default, there is no limit',
  },
  'write-target': {
    type: 'string',
    value: 'FILE',
    text: 'write a target file for verifying the demo workspaces, or, with verify --workspaces, your own: npm run verify -- --target FILE',
  },
} satisfies OptionTable;

/** The workspaces that a file defines. */
export interface OwnWorkspaces {
  readonly file: string;
  readonly definition: Definition;
}

/** The options of `serve`, read and checked. */
export interface ServeCommand {
  readonly host: string;
  readonly port: number;
  /** Whether this is a server for front-end development. */
  readonly dev: boolean;
  readonly faults: boolean;
  readonly connections: number;
  readonly databaseConnections: number;
  readonly cors: readonly string[];
  /** `undefined` serves no metrics. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  /** Requests a second; `undefined` does not limit them. */
  readonly rateLimit: number | undefined;
  readonly logLevel: LogLevel;
  /** `undefined` keeps everything in memory. */
  readonly place: DataPlace | undefined;
  /** Whether to create the demo workspaces. */
  readonly isDemo: boolean;
  /** The workspaces to create instead. */
  readonly workspaces: OwnWorkspaces | undefined;
  readonly targetFile: NamedFile | undefined;
  /** Returns how messages name an option. */
  readonly nameOf: (option: keyof typeof serveOptions) => string;
}

/**
 * Reads the options of `serve`.
 * @throws {UsageError} if one of them is invalid
 * @throws {Refusal} if the file that defines workspaces cannot be used
 */
export async function readServeOptions(words: readonly string[], environment = process.env): Promise<ServeCommand> {
  const { options, nameOf } = readOptions(words, serveOptions, environment);
  const { host, data, dev, faults, workspaces, demo, 'write-target': targetFile } = options;
  const place = dataPlace(data, nameOf('data'), environment);
  if (dev) requireAlone(options, place, nameOf);
  // The demo's keys are public, so they get into a user's own database only on request.
  const isDemo = demo || (place === undefined && workspaces === undefined);
  if (demo && workspaces !== undefined)
    throw new UsageError(
      `${nameOf('demo')} and ${nameOf('workspaces')} both define the workspaces to create; remove one of them`,
    );
  const target = nameOf('write-target');
  requireSeparate([namedFile(target, targetFile)], [workspaces, data]);
  if (targetFile !== undefined && !isDemo && workspaces === undefined)
    throw new UsageError(
      `${target} needs to know the API keys; add ${nameOf('workspaces')} or ${nameOf('demo')}, or remove ${target}`,
    );
  const readOptional = (name: 'metrics-port' | 'rate-limit', range: Parameters<typeof readNumber>[2]) =>
    options[name] === undefined ? undefined : readNumber(nameOf(name), options[name], range);
  return {
    host,
    port: readNumber(nameOf('port'), options.port, portRange),
    dev,
    faults: faults || dev,
    connections: readNumber(nameOf('connections'), options.connections, { min: 1, max: 1_000_000 }),
    databaseConnections: readNumber(nameOf('database-connections'), options['database-connections'], {
      min: 2,
      max: 1000,
    }),
    cors: options.cors.flatMap((text) => text.split(',')).map((text) => readOrigin(nameOf('cors'), text.trim())),
    metricsPort: readOptional('metrics-port', portRange),
    metricsHost: options['metrics-host'],
    rateLimit: readOptional('rate-limit', { min: 1, max: 1_000_000 }),
    logLevel: readLogLevel(nameOf('log-level'), options['log-level']),
    place,
    isDemo,
    workspaces:
      workspaces === undefined ? undefined : { file: workspaces, definition: await readDefinition(workspaces) },
    targetFile: namedFile(target, targetFile),
    nameOf,
  };
}

/** Keeps a server that accepts public keys away from data that is kept, and from other machines. */
function requireAlone(
  { host }: { readonly host: string },
  place: DataPlace | undefined,
  nameOf: ServeCommand['nameOf'],
): void {
  const dev = nameOf('dev');
  if (place !== undefined)
    throw new UsageError(
      `${dev} keeps everything in memory; remove ${'data' in place ? nameOf('data') : 'DATABASE_URL'} or ${dev}`,
    );
  if (!isLoopback(host))
    throw new UsageError(
      `${dev} accepts public keys, so it listens only on this machine; remove ${nameOf('host')} ${host} or ${dev}`,
    );
}

function readOrigin(name: string, text: string): string {
  if (isOrigin(text)) return text;
  throw new UsageError(
    `${name} takes an origin such as https://app.example.com, or "*", not "${withoutSecrets(text)}"`,
  );
}

function readLogLevel(name: string, text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined)
    throw new UsageError(`${name} must be one of ${logLevels.join(', ')}, not "${withoutSecrets(text)}"`);
  return level;
}
