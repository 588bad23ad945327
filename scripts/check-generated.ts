import { readdir, readFile } from 'node:fs/promises';

import { GENERATED, generatedFiles } from './generate/generated-files.ts';

const expected = await generatedFiles();
const present = await readdir(GENERATED);
const complaints: string[] = present
  .filter((name) => !expected.has(name))
  .map((name) => `generated/${name} is not written by the generator`);

for (const [name, content] of expected) {
  const current = await readFile(new URL(name, GENERATED), 'utf8').catch(() => undefined);
  if (current === undefined) complaints.push(`generated/${name} is missing`);
  else if (current !== content) complaints.push(`generated/${name} is not what openapi.yaml gives`);
}

if (complaints.length > 0) {
  console.error(`${complaints.join('\n')}\nRun \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}
