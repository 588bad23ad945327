import { Refusal } from '../arguments/usage-error.ts';

/**
 * Writes text to standard output, and returns once it is written. If the reader has closed the pipe, as `| head` does, the
 * rest is discarded quietly.
 * @throws {Refusal} if standard output cannot be written, for example because the disk is full
 */
export async function print(text: string): Promise<void> {
  if (text === '') return;
  const error = await new Promise<Error | null | undefined>((resolve) => process.stdout.write(text, resolve));
  if (error && !isClosedPipe(error)) throw unwritable(error);
}

/**
 * Keeps an error of standard output or standard error from ending the process. `print` reports those of standard output; those
 * of standard error cannot be reported anywhere.
 */
export function surviveOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Returns the refusal that reports an error of standard output. */
export function unwritable(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal(`standard output cannot be written (${reason}); send it somewhere else, or free the space`);
}

function isClosedPipe(error: Error): boolean {
  // Once a stream is destroyed, later writes fail with a different code.
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
