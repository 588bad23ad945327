import { packages } from './build/packages.ts';
import { complaint, findUndescribed } from './check-changeset/find-undescribed.ts';
import { parseOptions, stop } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import './report-output-errors.ts';

const HELP = `Usage: npm run check:changeset [-- --base REF]

Fails if this branch changes a package and adds no changeset that names it. A package changes if a file that it is built from
changes, the version of a dependency, or what its package.json describes. Tests, docs and scripts belong to no package.

  --base REF     the branch that this one will be merged into; origin/main by default
  --root FOLDER  the repository to check; this one by default

To describe a change for users, run \`npx changeset\`. If they notice nothing of it, run \`npx changeset --empty\`.

Exit codes: 0 if each changed package has a changeset, 1 if one has none, 2 if an option is unknown or REF does not exist.
`;

const { values } = parseOptions(HELP, {
  options: {
    base: { type: 'string', default: 'origin/main' },
    root: { type: 'string', default: REPOSITORY_ROOT },
  },
});
const { changed, undescribed } =
  findUndescribed(values.root.replace(/\/?$/, '/'), values.base, packages) ??
  stop(`No commit is shared with "${values.base}". Run \`git fetch origin main\`, or pass another branch as --base`);

if (undescribed.length > 0) {
  for (const each of undescribed) console.error(complaint(each));
  console.error('Run npx changeset, or add the label "no changeset" to the pull request.');
  process.exitCode = 1;
} else {
  console.log(changed.length === 0 ? 'No package changed.' : 'Every changed package has a changeset.');
}
