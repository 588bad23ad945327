import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

import { GENERATED, generatedFiles } from './generate/generated-files.ts';

const files = await generatedFiles();
await mkdir(GENERATED, { recursive: true });

for (const [name, content] of files) {
  const current = await readFile(new URL(name, GENERATED), 'utf8').catch(() => undefined);
  if (current === content) continue;
  await writeFile(new URL(name, GENERATED), content);
  console.log(`wrote generated/${name}`);
}

for (const name of await readdir(GENERATED)) {
  if (files.has(name)) continue;
  await rm(new URL(name, GENERATED), { recursive: true });
  console.log(`removed generated/${name}`);
}
