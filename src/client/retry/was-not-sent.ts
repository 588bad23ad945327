import { isObject } from '../../contract/index.ts';

/** The system calls before there is a connection on which anything could be sent. */
const BEFORE_SENDING: readonly unknown[] = ['getaddrinfo', 'connect'];

/**
 * Whether what a `fetch` threw proves that the request never left: Node names the system call that failed. A browser tells
 * nothing, so that there nothing is proven.
 */
export function wasNotSent(thrown: unknown): boolean {
  const cause = isObject(thrown) && thrown.cause;
  // Node tries each address of a host, and gathers the failures in an AggregateError.
  const attempts: readonly unknown[] = isObject(cause) && Array.isArray(cause.errors) ? cause.errors : [cause];
  return attempts.length > 0 && attempts.every((each) => isObject(each) && BEFORE_SENDING.includes(each.syscall));
}
