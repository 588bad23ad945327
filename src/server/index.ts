export { isLoopback } from './is-loopback.ts';
export { isOrigin } from './is-origin.ts';
export type { LogLevel } from './log/log.ts';
export { logLevels, serverLog } from './log/log.ts';
export { MetricsEndpointError } from './metrics/metrics-endpoint.ts';
export { openAdministration } from './open-administration.ts';
export type { RunningServer, ServerOptions } from './start-server.ts';
export { startServer } from './start-server.ts';
export type {
  Administration,
  ComparedWorkspaces,
  KeySummary,
  ShowKey,
  WorkspaceName,
  WorkspaceSummary,
} from './store/administration.ts';
export { backUpSqlite } from './store/sqlite/backup/back-up-sqlite.ts';
export type { Watch } from './store/sqlite/backup/copy-database.ts';
export { restoreSqlite } from './store/sqlite/backup/restore-sqlite.ts';
export { AdministrationError, DataPlaceError } from './store/store-errors.ts';
