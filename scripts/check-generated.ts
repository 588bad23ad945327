import { readdir, readFile } from 'node:fs/promises';

import { readContract } from './generate/contract-document.ts';
import { docPages } from './generate/doc-fences.ts';
import { CONTRACT, GENERATED, generatedFiles, isInterchangeFile, ROOT } from './generate/generated-files.ts';
import './report-output-errors.ts';

const expected = await generatedFiles();
const unexpected = (await readdir(GENERATED))
  .filter((name) => !expected.has(name) && !isInterchangeFile(name))
  .map((name) => `generated/${name} is not written by the generators`);
const pages = await docPages(await readContract(CONTRACT));
const complaints = [...unexpected, ...(await differences(expected, GENERATED)), ...(await differences(pages, ROOT))];

if (complaints.length === 0) {
  // Imported only now, because it depends on the files checked above.
  const { interchangeFiles } = await import('./interchange/interchange-files.ts');
  complaints.push(...(await differences(interchangeFiles(), GENERATED)));
}

if (complaints.length > 0) {
  console.error(`${complaints.join('\n')}\nRun \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

async function differences(files: ReadonlyMap<string, string>, folder: URL): Promise<readonly string[]> {
  const found = [...files].map(async ([name, content]) => {
    const current = await readFile(new URL(name, folder), 'utf8').catch(() => undefined);
    const path = folder === GENERATED ? `generated/${name}` : name;
    if (current === undefined) return [`${path} is missing`];
    return current === content ? [] : [`${path} is out of date`];
  });
  return (await Promise.all(found)).flat();
}
