import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { GENERATED } from './generated-files.ts';

/** Writes those files into `generated/` whose content is another than what is there, and tells which. */
export async function writeGenerated(files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(GENERATED, { recursive: true });
  for (const [name, content] of files) {
    const current = await readFile(new URL(name, GENERATED), 'utf8').catch(() => undefined);
    if (current === content) continue;
    await writeFile(new URL(name, GENERATED), content);
    console.log(`wrote generated/${name}`);
  }
}
