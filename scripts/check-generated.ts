import { readdir, readFile } from 'node:fs/promises';

import { GENERATED, generatedFiles, isInterchangeFile } from './generate/generated-files.ts';

const expected = await generatedFiles();
const strangers = (await readdir(GENERATED))
  .filter((name) => !expected.has(name) && !isInterchangeFile(name))
  .map((name) => `generated/${name} is not written by the generator`);
const complaints = [...strangers, ...(await differences(expected))];

if (complaints.length === 0) {
  // Not before: it stands on the files that were looked at until here.
  const { interchangeFiles } = await import('./interchange/interchange-files.ts');
  complaints.push(...(await differences(interchangeFiles())));
}

if (complaints.length > 0) {
  console.error(`${complaints.join('\n')}\nRun \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

async function differences(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const found = [...files].map(async ([name, content]) => {
    const current = await readFile(new URL(name, GENERATED), 'utf8').catch(() => undefined);
    if (current === undefined) return [`generated/${name} is missing`];
    return current === content ? [] : [`generated/${name} is not what openapi.yaml gives`];
  });
  return (await Promise.all(found)).flat();
}
