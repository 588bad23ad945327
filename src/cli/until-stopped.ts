import { constants } from 'node:os';

/**
 * Signals within this many milliseconds count as one. A terminal sends Ctrl-C both to npm and to this process, and npm passes it on,
 * so one key press arrives twice.
 */
const ONE_SIGNAL = 500;

/** Resolves on Ctrl-C or SIGTERM. A second signal ends the process immediately. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
      first ??= performance.now();
      resolve();
      // The convention of shells for a process that was ended by a signal.
      if (performance.now() - first > ONE_SIGNAL) process.exit(128 + constants.signals[signal]);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
