import { readdir, rm } from 'node:fs/promises';

import { GENERATED, generatedFiles, isInterchangeFile } from './generate/generated-files.ts';
import { writeGenerated } from './generate/write-generated.ts';

const files = await generatedFiles();
await writeGenerated(files);

for (const name of await readdir(GENERATED)) {
  if (files.has(name) || isInterchangeFile(name)) continue;
  await rm(new URL(name, GENERATED), { recursive: true });
  console.log(`removed generated/${name}`);
}
