import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';

import { Refusal } from '../arguments/usage-error.ts';
import { unwritable } from './print.ts';

const STANDARD_OUTPUT = 1;

/** How long to wait for a reader whose pipe is full, in milliseconds. */
const PAUSE = 10;

/**
 * Makes sure that standard output keeps what is written to it. Node opens the null device in place of a standard output that is
 * closed (`>&-`), so the two look the same.
 * @throws {Refusal} if it is the null device
 */
export function requireKeptOutput(): void {
  if (isNullDevice())
    throw new Refusal('standard output is closed or discarded, and the key is shown only once; send it somewhere else');
}

/**
 * Writes text to standard output before it returns, unlike `print`: for what is shown once, inside the transaction that it
 * belongs to.
 * @throws {Refusal} if not all of it could be written, for example because the reader has closed the pipe
 */
export function printOnce(text: string, write: typeof writeSync = writeSync): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(write(STANDARD_OUTPUT, rest));
    } catch (error) {
      if (!isBusy(error)) throw unwritable(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function isNullDevice(): boolean {
  try {
    const output = fstatSync(STANDARD_OUTPUT);
    return output.isCharacterDevice() && output.rdev === statSync(devNull).rdev;
  } catch {
    // Windows has no such device to look at; a write fails by itself.
    return false;
  }
}

/** A pipe that is set not to block reports that it is full. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
