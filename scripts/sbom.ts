import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

import { packages } from './build/packages.ts';
import { parseOptions } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import './report-output-errors.ts';

const HELP = `Usage: npm run sbom

Writes a software bill of materials (CycloneDX, JSON) for each package that \`npm run build\` wrote, to dist/sbom/<name>.cdx.json.
It lists everything that \`npm install <name>\` installs today. Needs the npm registry.

Exit codes: 0 if every file was written, 1 if npm cannot resolve the dependencies of a package, 2 if an option is unknown.
`;

const RESOLVE = ['install', '--package-lock-only', '--omit=dev', '--ignore-scripts', '--no-audit', '--prefer-offline'];
const WRITE = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=library'];

parseOptions(HELP, {});
await mkdir(join(REPOSITORY_ROOT, 'dist/sbom'), { recursive: true });
await Promise.all(
  packages.map(async ({ name }) => {
    const file = join('dist/sbom', `${name}.cdx.json`);
    await writeFile(join(REPOSITORY_ROOT, file), await billOfMaterials(join(REPOSITORY_ROOT, 'dist', name)));
    console.log(`wrote ${file}`);
  }),
);

/**
 * Returns the bill of materials of a package as CycloneDX JSON: the package, and every package that users get with it.
 * @param folder the folder of the built package, which has the package's name
 * @throws if npm cannot resolve its dependencies
 */
async function billOfMaterials(folder: string): Promise<string> {
  // Outside this repository, because npm would list what the repository installs.
  const temporary = await mkdtemp(join(tmpdir(), 'sbom-'));
  try {
    // npm gives the component the name of its folder.
    const project = join(temporary, basename(folder));
    await mkdir(project);
    await copyFile(join(folder, 'package.json'), join(project, 'package.json'));
    const npm = async (words: readonly string[]): Promise<string> =>
      (await promisify(execFile)('npm', words, { cwd: project, maxBuffer: 2 ** 26 })).stdout;
    await npm(RESOLVE);
    return await npm(WRITE);
  } finally {
    await rm(temporary, { recursive: true });
  }
}
