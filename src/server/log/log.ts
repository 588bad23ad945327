import type { DestinationStream } from 'pino';
import { pino } from 'pino';

import type { Code, ScenarioName } from '../../contract/index.ts';
import { causesOf } from './causes.ts';

/** What is told of a failure that nobody foresaw. */
export interface LogEntry {
  /** The request that failed; none where it was the server's own affair, as the loss of a connection that nobody used. */
  readonly requestId?: string;
  readonly error: unknown;
}

/** Takes what is told of failures that nobody foresaw. */
export type Log = (entry: LogEntry) => void;

/** What is told of a request: nothing in it was written by the caller but its id, which is checked. */
export interface RequestEntry {
  readonly requestId: string;
  /** None where the bytes never became a request, as is so of all that follows. */
  readonly method?: string | undefined;
  /** The route that it took, as the router writes it: `/api/v1/:organization/:workspace/:entityName`. None where there is none. */
  readonly route?: string | undefined;
  /** `acme-corp/sales`, once its key has shown that there is such a workspace. */
  readonly workspace?: string | undefined;
  /** None where the client left before its answer. */
  readonly status?: number | undefined;
  /** How it failed. */
  readonly code?: Code | undefined;
  readonly scenario?: ScenarioName | undefined;
  /** From the end of its headers to the end of its answer, in milliseconds. */
  readonly duration?: number | undefined;
}

/** Takes what is told of requests. */
export type RequestLog = (entry: RequestEntry) => void;

/** How much is logged: failures that nobody foresaw, every request too, or nothing. */
export const logLevels = ['error', 'info', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** The two logs of a server. */
export interface ServerLog {
  readonly log: Log;
  /** None where requests are not logged, so that they cost nothing. */
  readonly logRequest?: RequestLog;
}

/** How many characters wait for a reader of standard error that does not read; what comes then is dropped. */
const MAXIMUM_WAITING = 1024 * 1024;

/**
 * Never logged under any of these names, wherever it came from. Nothing is ever given to the log that has one: it is the second
 * bolt on the door.
 */
const SECRET = [
  'authorization',
  'body',
  'connectionString',
  'cookie',
  'detail',
  'headers',
  'key',
  'password',
  'query',
  'url',
];

/** Writes lines of JSON: to standard error, without ever waiting for it, or to a stream of the caller's. */
export function serverLog(level: LogLevel, stream: DestinationStream = standardError()): ServerLog {
  const logger = pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: [...SECRET, ...SECRET.map((name) => `causes[*].${name}`)],
    },
    stream,
  );
  const log: Log = ({ requestId, error }) => logger.error({ requestId, causes: causesOf(error) }, 'unexpected error');
  if (!logger.isLevelEnabled('info')) return { log };
  return {
    log,
    logRequest({ requestId, method, route, workspace, status, code, scenario, duration }) {
      const line = { requestId, method, route, workspace, status, code, scenario, duration };
      logger.info(line, status === undefined ? 'the client left' : 'answered');
    },
  };
}

function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: false, maxLength: MAXIMUM_WAITING });
}
