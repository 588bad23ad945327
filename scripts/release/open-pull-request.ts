import { run } from '../command/run.ts';

import { push } from './push.ts';
import { raiseVersions } from './raise-versions.ts';
import { changesOf } from './released-packages.ts';

/** The branch of the pull request. `.github/workflows/changeset.yml` knows it, too. */
const BRANCH = 'changeset-release/main';

const AUTHOR = [
  ['-c', 'user.name=github-actions[bot]'],
  ['-c', 'user.email=41898282+github-actions[bot]@users.noreply.github.com'],
].flat();

/** Opens the pull request with the next versions and their changelogs, or updates it, and returns its title. */
export function openPullRequest(root: string): string {
  const git = (...words: readonly string[]): string => run('git', words, { cwd: root });
  const gh = (...words: readonly string[]): string => run('gh', words, { cwd: root });

  git('checkout', '-B', BRANCH);
  const raised = raiseVersions(root);
  const title = `Release ${raised.map(({ name, version }) => `${name} ${version}`).join(', ')}`;
  git('add', '--all');
  git(...AUTHOR, 'commit', '--message', title);
  push(root, '--force', 'origin', `HEAD:refs/heads/${BRANCH}`);

  const sections = raised.map((each) => `## ${each.name} ${each.version}\n\n${changesOf(root, each)}`);
  const body = ['Merging this pull request publishes these versions to npm.', ...sections].join('\n\n');
  // gh also lists pull requests from forks whose branch has the same name (cli/cli#10945).
  const listed: readonly { readonly number: number; readonly isCrossRepository: boolean }[] = JSON.parse(
    gh('pr', 'list', '--head', BRANCH, '--state', 'open', '--json', 'number,isCrossRepository'),
  );
  const open = listed.find(({ isCrossRepository }) => !isCrossRepository);
  if (open === undefined) gh('pr', 'create', '--base', 'main', '--head', BRANCH, '--title', title, '--body', body);
  else gh('pr', 'edit', String(open.number), '--title', title, '--body', body);
  return title;
}
