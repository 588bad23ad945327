import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const RESOLVE = ['install', '--package-lock-only', '--omit=dev', '--ignore-scripts', '--no-audit', '--prefer-offline'];
const WRITE = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=library'];

/**
 * Returns the bill of materials of a package as CycloneDX JSON: the package, and every package that users get with it.
 * @param folder the folder of the built package, which has the package's name
 * @throws if npm cannot resolve its dependencies
 */
export async function billOfMaterials(folder: string): Promise<string> {
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
