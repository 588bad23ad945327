import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { GENERATED } from './generated-files.ts';

/** Writes the changed files to `generated/`. */
export async function writeGenerated(files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(GENERATED, { recursive: true });
  await writeChanged(files, GENERATED);
}

/** Writes the files whose content changed to a folder, and prints their names. */
export async function writeChanged(files: ReadonlyMap<string, string>, folder: URL): Promise<void> {
  for (const [name, content] of files) {
    const current = await readFile(new URL(name, folder), 'utf8').catch(() => undefined);
    if (current === content) continue;
    await writeFile(new URL(name, folder), content);
    console.log(`wrote ${folder === GENERATED ? `generated/${name}` : name}`);
  }
}
