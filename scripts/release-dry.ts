import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseOptions } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import { run } from './command/run.ts';
import { raiseVersions } from './release/raise-versions.ts';
import { changesOf, packagesOf } from './release/released-packages.ts';
import { hasWaitingChangeset } from './release/plan-release.ts';
import './report-output-errors.ts';

const HELP = `Usage: npm run release:dry

Does what a release does, in a temporary copy of your last commit, and publishes nothing: raises the versions, builds and packs the
packages, and shows the versions, the changelogs, what npm would publish, and the bills of materials. If no changeset waits, it
pretends that there is one for the mock and one for the client. Needs the npm registry.

Exit codes: 0 if all that worked, 1 if a step failed, 2 if an option is unknown.
`;

/** What a release would publish if no changeset waits. */
const PRETENDED = `---
'workspace-api-mock': minor
'workspace-api-client': patch
---

A change invented for the dry run.
`;

parseOptions(HELP, {});
const temporary = mkdtempSync(join(tmpdir(), 'release-dry-'));
const root = join(temporary, 'repository');
const dry = (program: string, ...words: readonly string[]): string => run(program, words, { cwd: root });
const heading = (text: string): void => console.log(`\n── ${text}`);
try {
  run('git', ['clone', '--quiet', REPOSITORY_ROOT, root], { cwd: temporary });
  symlinkSync(join(REPOSITORY_ROOT, 'node_modules'), join(root, 'node_modules'));
  if (!hasWaitingChangeset(root)) {
    writeFileSync(join(root, '.changeset/dry-run.md'), PRETENDED);
    heading('changeset');
    console.log(PRETENDED.trim());
  }

  const before = new Map(packagesOf(root).map(({ name, version }) => [name, version]));
  const raised = raiseVersions(root);
  heading('changeset version');
  for (const { name, version } of packagesOf(root)) console.log(`${name} ${before.get(name)} → ${version}`);
  console.log(dry('git', 'diff', '--stat').trimEnd());
  for (const each of raised) {
    heading(`packages/${each.name}/CHANGELOG.md, ${each.version}`);
    console.log(changesOf(root, each));
  }

  heading('npm run build, npm run sbom');
  dry(process.execPath, 'scripts/build.ts');
  console.log(dry(process.execPath, 'scripts/sbom.ts').trimEnd());

  for (const { name, version } of raised) {
    heading(`npm publish ${name}-${version}.tgz --provenance --access public --dry-run`);
    const tarball = join(root, `dist/tarballs/${name}-${version}.tgz`);
    const published = JSON.parse(
      dry('npm', 'publish', tarball, '--provenance', '--access', 'public', '--dry-run', '--json'),
    );
    const { id, size, unpackedSize, entryCount, integrity } = published[name] ?? published;
    const { publishConfig, repository } = readJson(`dist/${name}/package.json`);
    const { bomFormat, specVersion, components } = readJson(`dist/sbom/${name}.cdx.json`);
    console.log({ id, size, unpackedSize, entryCount, integrity, publishConfig, repository });
    console.log(`${name}.cdx.json: ${bomFormat} ${specVersion}, ${components.length} components`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
