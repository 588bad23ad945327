import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { makeSite, SiteError } from './build-docs/site.ts';
import './report-output-errors.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

// Tests pass another folder. Its content is replaced.
const [folder = `${ROOT}dist/docs`] = process.argv.slice(2);

try {
  const files = await makeSite(ROOT);
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  console.log(`wrote ${files.size} files; open ${resolve(folder, 'index.html')}`);
} catch (error) {
  if (!(error instanceof SiteError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
