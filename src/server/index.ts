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
export { AdministrationError, DataPlaceError } from './store/store-errors.ts';
