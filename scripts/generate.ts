import { readdir, rm } from 'node:fs/promises';

import { readContract } from './generate/contract-document.ts';
import { docPages } from './generate/doc-fences.ts';
import { CONTRACT, GENERATED, generatedFiles, isInterchangeFile, ROOT } from './generate/generated-files.ts';
import { writeChanged, writeGenerated } from './generate/write-generated.ts';
import './report-output-errors.ts';

const files = await generatedFiles();
await writeGenerated(files);
await writeChanged(await docPages(await readContract(CONTRACT)), ROOT);

for (const name of await readdir(GENERATED)) {
  if (files.has(name) || isInterchangeFile(name)) continue;
  await rm(new URL(name, GENERATED), { recursive: true });
  console.log(`removed generated/${name}`);
}
