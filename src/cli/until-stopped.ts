import { constants } from 'node:os';

/**
 * How long, in milliseconds, a signal counts as the same one. A terminal sends Ctrl-C to npm and to us, and npm passes it on: what
 * was pressed once comes twice.
 */
const ONE_SIGNAL = 500;

/** Waits for Ctrl-C or SIGTERM. Who sends it again does not want to wait: the process ends at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
      first ??= performance.now();
      resolve();
      // As shells count what a signal ended.
      if (performance.now() - first > ONE_SIGNAL) process.exit(128 + constants.signals[signal]);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
