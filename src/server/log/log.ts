import type { DestinationStream } from 'pino';
import { pino } from 'pino';

import type { Code, ScenarioName } from '../../contract/index.ts';
import { causesOf } from './causes.ts';
import { LogOutput } from './log-output.ts';

/** Which request an error belongs to. */
export interface RequestPlace {
  readonly requestId: string;
  readonly method: string;
  /** The route, as the router writes it: `/api/v1/:organization/:workspace/:entityName`. Missing if no route matches. */
  readonly route?: string | undefined;
}

/** An unexpected error, as it is logged. The request is missing if none was involved, for example if an idle database connection was lost. */
export interface LogEntry extends Partial<RequestPlace> {
  readonly error: unknown;
}

/** Logs an unexpected error. */
export type Log = (entry: LogEntry) => void;

/** A request, as it is logged. The only free text from the caller is the request id, which is checked. */
export interface RequestEntry {
  readonly requestId: string;
  /** Missing, like `route`, `workspace` and `duration`, if what the client sent was not an HTTP request. */
  readonly method?: string | undefined;
  readonly route?: string | undefined;
  /** The workspace, such as `acme-corp/sales`. Set only after a valid key has proved that it exists. */
  readonly workspace?: string | undefined;
  /** Missing if the client disconnected before the response was sent. */
  readonly status?: number | undefined;
  /** How the request failed. */
  readonly code?: Code | undefined;
  readonly scenario?: ScenarioName | undefined;
  /** From the end of the request headers to the end of the response, in milliseconds. */
  readonly duration?: number | undefined;
}

/** Logs a request. */
export type RequestLog = (entry: RequestEntry) => void;

/** The log levels: unexpected errors only, every request as well, or nothing. */
export const logLevels = ['error', 'info', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** The two logs of a server. */
export interface ServerLog {
  readonly log: Log;
  /** `undefined` if requests are not logged, which saves the cost of collecting entries. */
  readonly logRequest?: RequestLog;
}

/** Names that are always redacted. This is a second safeguard: no entry contains them in the first place. */
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

/** Creates a log that writes lines of JSON to a stream: by default standard error, without waiting for it. */
export function serverLog(level: LogLevel, stream: DestinationStream = new LogOutput()): ServerLog {
  const logger = pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: [...SECRET, ...SECRET.map((name) => `causes[*].${name}`)],
    },
    stream,
  );
  const log: Log = ({ requestId, method, route, error }) =>
    logger.error({ requestId, method, route, causes: causesOf(error) }, 'unexpected error');
  if (!logger.isLevelEnabled('info')) return { log };
  return {
    log,
    logRequest({ requestId, method, route, workspace, status, code, scenario, duration }) {
      const line = { requestId, method, route, workspace, status, code, scenario, duration };
      logger.info(line, status === undefined ? 'client disconnected' : 'response sent');
    },
  };
}
