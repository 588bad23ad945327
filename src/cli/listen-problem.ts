import { UsageError } from './arguments/usage-error.ts';

/** Where a server was to listen. */
interface Place {
  readonly host: string;
  readonly port: number;
  /** Returns how messages name an option. */
  readonly nameOf: (option: 'host' | 'port') => string;
}

/** Turns the errors of a server that cannot listen into a `UsageError`; returns any other error unchanged. */
export function listenProblem(error: unknown, { host, port, nameOf }: Place): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(
        `port ${port} on ${host} is already in use; choose another with ${nameOf('port')}, where 0 picks a free one`,
      );
    case 'EACCES':
      return new UsageError(`no permission to listen on port ${port}; choose one above 1023 with ${nameOf('port')}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError(`${host} is not an address of this machine; choose one with ${nameOf('host')}`);
    default:
      return error;
  }
}
