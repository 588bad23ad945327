import { UsageError } from './arguments/usage-error.ts';

/** Words the ways in which a server can not listen; anything else stays as it is. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(`port ${port} of ${host} is taken; give another with --port, or --port 0 for any`);
    case 'EACCES':
      return new UsageError(`port ${port} may not be opened by this user; give one above 1023 with --port`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError(`${host} is no address of this machine; give one with --host`);
    default:
      return error;
  }
}
