import type { BigIntStats } from 'node:fs';
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { NamedFile } from '../arguments/named-file.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { STANDARD_OUTPUT } from './output-file.ts';

/**
 * Makes sure that no two options write the same file, and none writes a file that the command reads. A file is the same through a link,
 * and however its path is written.
 * @param inputs what the command reads; `-` is standard input
 * @throws {UsageError} if a file would be lost
 */
export function requireSeparate(
  outputs: readonly (NamedFile | undefined)[],
  inputs: readonly (NamedFile | string | undefined)[] = [],
): void {
  const read = inputs.flatMap((input) => (typeof input === 'object' ? input.file : (input ?? [])));
  const written = outputs.filter((output) => output !== undefined);
  for (const [index, { option, file }] of written.entries()) {
    const other = written.slice(0, index).find((each) => isSame(each.file, file));
    if (other !== undefined)
      throw new UsageError(`${other.option} and ${option} both write ${file}; name another file for one of them`);
    const lost = file === STANDARD_OUTPUT ? undefined : read.find((each) => isSame(each, file));
    if (lost !== undefined)
      throw new UsageError(`${option} would replace ${file}, which is read here; name another file to write`);
  }
}

function isSame(one: string, other: string): boolean {
  if (one === STANDARD_OUTPUT || other === STANDARD_OUTPUT) return one === other;
  const [found, compared] = [statOf(one), statOf(other)];
  if (found === undefined || compared === undefined) return found === compared && pathOf(one) === pathOf(other);
  // Devices and pipes lose nothing.
  return found.isFile() && found.dev === compared.dev && found.ino === compared.ino;
}

function statOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** Returns the path of a file that does not exist yet. */
function pathOf(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return resolve(file);
  }
}
