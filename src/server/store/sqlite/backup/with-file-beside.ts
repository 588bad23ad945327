import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { endings } from './files-of.ts';

/** Runs work that fills a new file in the folder of `file`, and deletes that file afterwards, unless the work has renamed it. */
export async function withFileBeside<Result>(
  file: string,
  work: (partial: string) => Promise<Result>,
): Promise<Result> {
  const partial = join(dirname(file), `.${basename(file)}.${randomUUID()}.partial`);
  try {
    return await work(partial);
  } finally {
    for (const ending of endings) rmSync(partial + ending, { force: true });
  }
}
