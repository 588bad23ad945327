import { appendFileSync } from 'node:fs';

import { parseOptions, stop } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import { announcePackages } from './release/announce-packages.ts';
import { openPullRequest } from './release/open-pull-request.ts';
import { planRelease } from './release/plan-release.ts';
import { publishPackages } from './release/publish-packages.ts';
import type { ReleasedPackage } from './release/released-packages.ts';
import './report-output-errors.ts';

const HELP = `Usage: node scripts/release.ts STEP [--from FOLDER] [--root FOLDER]

The steps of .github/workflows/release.yml. docs/releasing.md explains how to release.

  plan          prints what comes next, version, publish, announce or nothing, also as the output "next" of the step on GitHub
  pull-request  opens or updates the pull request with the next versions and their changelogs
  publish       publishes the tarballs of the versions that npm does not have
  announce      creates a tag and a release on GitHub for each published version that has none, and moves the major tags of the action

  --from FOLDER  the folder with tarballs/ and sbom/; dist by default
  --root FOLDER  the repository; this one by default

Exit codes: 0 if the step is done, 1 if it failed, 2 if it was called wrongly.
`;

const { values, positionals } = parseOptions(HELP, {
  allowPositionals: true,
  options: { from: { type: 'string', default: 'dist' }, root: { type: 'string', default: REPOSITORY_ROOT } },
});
const steps: Readonly<Record<string, () => string | Promise<string>>> = {
  plan: () => {
    const { GITHUB_OUTPUT, GITHUB_REPOSITORY } = process.env;
    const { next, unknown } = planRelease(values.root, GITHUB_REPOSITORY);
    for (const each of unknown)
      console.error(`${each} is not on npm. docs/releasing.md explains how to publish its first version`);
    if (GITHUB_OUTPUT !== undefined) appendFileSync(GITHUB_OUTPUT, `next=${next}\n`);
    return next;
  },
  'pull-request': () => openPullRequest(values.root),
  publish: () => list('Published', publishPackages(values.root, `${values.from}/tarballs`)),
  announce: async () => list('Announced', await announcePackages(values.root, values.from)),
};

const [name = '', ...others] = positionals;
const step = Object.hasOwn(steps, name) && others.length === 0 ? steps[name] : undefined;
if (step === undefined)
  stop(`Expected one step: ${Object.keys(steps).join(', ')}. Run it with --help for what each does`);
try {
  console.log(await step());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exitCode = 1;
}

function list(verb: string, packages: readonly ReleasedPackage[]): string {
  return `${verb} ${packages.map((each) => `${each.name} ${each.version}`).join(', ') || 'nothing'}`;
}
