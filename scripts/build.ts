import { chmod, cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { commonJsFiles } from './build/common-js.ts';
import { compile } from './build/compile.ts';
import { manifest } from './build/manifest.ts';
import { packages } from './build/packages.ts';
import './report-output-errors.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const repository = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8'));

for (const plan of packages) {
  const folder = `${ROOT}dist/${plan.name}/`;
  // Not all of dist/, which also contains the site.
  await rm(folder, { recursive: true, force: true });
  const entries = [...Object.values(plan.exports), ...Object.values(plan.bin ?? {}), ...plan.alsoCompiled];
  const sources = entries.filter((file) => file.endsWith('.ts'));
  const { files, imported } = compile(ROOT, sources);
  for (const [file, text] of files) await write(folder + file, text);
  const exported = Object.values(plan.exports).filter((file) => file.endsWith('.ts'));
  const required = plan.commonJs ? await commonJsFiles(ROOT, exported, files) : [];
  for (const [file, text] of required) await write(folder + file, text);
  // Copied twice: to where users import them from, and to where the compiled code reads them.
  for await (const file of glob([...plan.copied], { cwd: ROOT })) {
    await cp(ROOT + file, folder + file);
    if (plan.bin !== undefined) await cp(ROOT + file, `${folder}dist/${file}`);
  }
  for (const [file, copy] of Object.entries(plan.taken)) await cp(ROOT + file, `${folder}${copy}`);
  for (const file of Object.values(plan.bin ?? {})) await chmod(`${folder}dist/${file.replace(/\.ts$/, '.js')}`, 0o755);
  await write(`${folder}package.json`, `${JSON.stringify(manifest(plan, repository, imported), null, 2)}\n`);
  await cp(`${ROOT}LICENSE`, `${folder}LICENSE`);
  await cp(ROOT + plan.readme, `${folder}README.md`);
  console.log(`wrote dist/${plan.name}`);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
