import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { packages } from './build/packages.ts';
import { parseOptions } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import './report-output-errors.ts';
import { billOfMaterials } from './sbom/bill-of-materials.ts';

const HELP = `Usage: npm run sbom

Writes a software bill of materials (CycloneDX, JSON) for each package that \`npm run build\` wrote, to dist/sbom/<name>.cdx.json.
It lists everything that \`npm install <name>\` installs today. Needs the npm registry.

Exit codes: 0 if every file was written, 1 if npm cannot resolve the dependencies of a package, 2 if an option is unknown.
`;

parseOptions(HELP, {});
await mkdir(join(REPOSITORY_ROOT, 'dist/sbom'), { recursive: true });
await Promise.all(
  packages.map(async ({ name }) => {
    const file = join('dist/sbom', `${name}.cdx.json`);
    await writeFile(join(REPOSITORY_ROOT, file), await billOfMaterials(join(REPOSITORY_ROOT, 'dist', name)));
    console.log(`wrote ${file}`);
  }),
);
