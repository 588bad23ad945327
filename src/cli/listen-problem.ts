import { UsageError } from './arguments/usage-error.ts';

/** Turns the errors of a server that cannot listen into a `UsageError`; returns any other error unchanged. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(
        `port ${port} on ${host} is already in use; choose another with --port, or --port 0 for any`,
      );
    case 'EACCES':
      return new UsageError(`no permission to listen on port ${port}; choose one above 1023 with --port`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError(`${host} is not an address of this machine; choose one with --host`);
    default:
      return error;
  }
}
