import { closeSync, fstatSync, openSync, rmSync, writeSync } from 'node:fs';

import { safeJson } from '../../plan/index.ts';
import { HAR_HEAD, HAR_TAIL, harEntry } from '../../recordings/index.ts';
import type { RecordedExchange } from '../../traffic/index.ts';
import type { NamedFile } from '../arguments/named-file.ts';

/** A HAR file that is written while exchanges happen. */
export interface HarFile {
  readonly add: (exchange: RecordedExchange) => void;
  /** Completes the file. Returns what went wrong, in one line. */
  readonly close: () => string | undefined;
}

/** Starts a HAR file. Whoever adds an exchange has hidden the keys in it. Writes each exchange at once, so that the memory does not depend on their number. */
export function openHar({ option, file }: NamedFile): HarFile {
  let problem: string | undefined;
  let separator = '';
  let descriptor: number | undefined;
  const attempt = (action: () => void): void => {
    if (problem !== undefined) return;
    try {
      action();
    } catch (error) {
      problem = `${option}: cannot write ${file} (${error instanceof Error ? error.message : String(error)})`;
    }
  };
  const append = (text: string): void => {
    if (descriptor === undefined) return;
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  };
  attempt(() => {
    descriptor = openSync(file, 'w');
    append(HAR_HEAD);
  });
  return {
    add: (exchange) =>
      attempt(() => {
        append(separator + safeJson(harEntry(exchange), 0).trimEnd());
        separator = ',\n';
      }),
    close: () => {
      attempt(() => append(HAR_TAIL));
      if (descriptor === undefined) return problem;
      // Half a file looks like a file. A device or a pipe is not removed.
      const isFile = fstatSync(descriptor).isFile();
      closeSync(descriptor);
      if (problem !== undefined && isFile) rmSync(file, { force: true });
      return problem;
    },
  };
}
