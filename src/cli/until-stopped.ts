import { constants } from 'node:os';

/** The signals that ask for a graceful stop: Ctrl-C, the one of service managers, and the one of a terminal that was closed. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Signals within this many milliseconds count as one. A terminal sends Ctrl-C both to npm and to this process, and npm passes it on,
 * so one key press arrives twice.
 */
const ONE_SIGNAL = 500;

/**
 * Calls a function on the first of `stopSignals`. A second signal ends the process immediately.
 * @returns a function that stops listening
 */
export function onStopSignal(stop: () => void): () => void {
  let first: number | undefined;
  const listener = (signal: (typeof stopSignals)[number]): void => {
    if (first === undefined) {
      first = performance.now();
      stop();
    } else if (performance.now() - first > ONE_SIGNAL) {
      // The convention of shells for a process that was ended by a signal.
      process.exit(128 + constants.signals[signal]);
    }
  };
  for (const signal of stopSignals) process.on(signal, listener);
  return () => {
    for (const signal of stopSignals) process.off(signal, listener);
  };
}

/** Resolves on the first of `stopSignals`. A second signal ends the process immediately. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => onStopSignal(resolve));
}
