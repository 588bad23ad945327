import { types } from 'node:util';

/** What is told of a failure that nobody foresaw. It never has a key, a header or a body in it. */
export interface LogEntry {
  /** The request that failed; none where it was the server's own affair, as the loss of a connection that nobody used. */
  readonly requestId?: string;
  readonly error: unknown;
}

/** Takes what is logged. */
export type Log = (entry: LogEntry) => void;

/** Writes one line to standard error. */
export function logToStandardError(entry: LogEntry): void {
  process.stderr.write(`${logLine(entry, new Date())}\n`);
}

/** One line of JSON, with the message and the stack of every cause and nothing else that an error carries. */
export function logLine({ requestId, error }: LogEntry, now: Date): string {
  return JSON.stringify({ time: now.toISOString(), level: 'error', requestId, causes: causesOf(error) });
}

function causesOf(error: unknown): string[] {
  if (!types.isNativeError(error)) return [String(error)];
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : causesOf(error.cause))];
}
