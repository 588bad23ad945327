import { isObject } from '../../contract/index.ts';
import { readThrown } from '../result/read-thrown.ts';

/** The system calls that precede the connection. If one of them fails, nothing was sent. */
const BEFORE_SENDING: readonly unknown[] = ['getaddrinfo', 'connect'];

/**
 * Whether a value thrown by `fetch` proves that the request was never sent. Node names the system call that failed. Browsers
 * reveal nothing, so this is always false there.
 */
export function wasNotSent(thrown: unknown): boolean {
  const { cause } = readThrown(thrown);
  // Node tries each address of a host and collects the failures in an AggregateError.
  const attempts: unknown = isObject(cause) && (cause.errors ?? [cause]);
  return (
    Array.isArray(attempts) &&
    attempts.length > 0 &&
    attempts.every((each) => isObject(each) && BEFORE_SENDING.includes(each.syscall))
  );
}
