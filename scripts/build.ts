import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundledFiles } from './build/bundled.ts';
import { commonJsFiles } from './build/common-js.ts';
import { checkTypes } from './build/compile.ts';
import { manifest } from './build/manifest.ts';
import { pack } from './build/pack.ts';
import type { PackagePlan } from './build/packages.ts';
import { packages } from './build/packages.ts';
import './report-output-errors.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const TARBALLS = `${ROOT}dist/tarballs`;

await rm(TARBALLS, { recursive: true, force: true });
await mkdir(TARBALLS, { recursive: true });
const { dependencies, repository } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8'));

const compile = checkTypes(ROOT, packages.flatMap(compiledFiles));
for (const plan of packages) {
  const source = `${ROOT}packages/${plan.name}/`;
  const folder = `${ROOT}dist/${plan.name}/`;
  const own = JSON.parse(await readFile(`${source}package.json`, 'utf8'));
  // Not all of dist/, which also contains the site.
  await rm(folder, { recursive: true, force: true });
  const exported = exportedSources(plan);
  const { files, imported } = compile(compiledFiles(plan));
  for (const [file, text] of files) await write(folder + file, text);
  const required = plan.commonJs ? await commonJsFiles(ROOT, exported, files) : [];
  for (const [file, text] of required) await write(folder + file, text);
  for (const [file, text] of await bundledFiles(ROOT, plan)) await write(folder + file, text);
  for (const [subpath, file] of Object.entries(plan.exports))
    if (!exported.includes(file)) await cp(ROOT + file, join(folder, subpath));
  for (const file of plan.read) await cp(ROOT + file, `${folder}dist/${file}`);
  for (const [file, copy] of Object.entries(plan.taken)) await cp(ROOT + file, folder + copy);
  for (const file of Object.values(plan.bin ?? {})) await chmod(`${folder}dist/${file.replace(/\.ts$/, '.js')}`, 0o755);
  const described = manifest(plan, { own, dependencies, repository }, imported);
  await write(`${folder}package.json`, `${JSON.stringify(described, null, 2)}\n`);
  for (const file of ['README.md', 'CHANGELOG.md']) await cp(source + file, folder + file);
  await cp(`${ROOT}LICENSE`, `${folder}LICENSE`);
  console.log(`wrote dist/${plan.name}`);
}
await pack(
  `${ROOT}dist`,
  packages.map(({ name }) => name),
  TARBALLS,
);
console.log('wrote their tarballs to dist/tarballs');

function exportedSources({ exports }: PackagePlan): readonly string[] {
  return Object.values(exports).filter((file) => file.endsWith('.ts'));
}

function compiledFiles(plan: PackagePlan): readonly string[] {
  return [...exportedSources(plan), ...Object.values(plan.bin ?? {}), ...plan.alsoCompiled];
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
