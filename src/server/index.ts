export type { Log, LogEntry } from './log.ts';
export type { RunningServer, ServerOptions } from './start-server.ts';
export { startServer } from './start-server.ts';
export { DataPlaceError } from './store/store-errors.ts';
