import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { REPOSITORY_ROOT } from '../command/repository-root.ts';

/** A repository with two packages and a remote, and stand-ins for `npm` and `gh` that record how they are called. */
export interface ScratchRepository {
  readonly root: string;
  /** The environment in which a script finds the stand-ins. */
  readonly env: NodeJS.ProcessEnv;
  readonly write: (file: string, text: string) => void;
  readonly git: (...words: readonly string[]) => string;
  readonly commit: () => void;
  /** How `npm` or `gh` was called since the last time, without questions that change nothing. */
  readonly calls: () => readonly string[];
  /** What the stand-ins answer: the version of npm, the versions that npm has, the open pull requests and the releases. */
  readonly answer: (answers: Answers) => void;
}

/** The answers of the stand-ins. */
export interface Answers {
  readonly npm?: string;
  readonly published?: readonly string[];
  readonly pullRequests?: readonly { readonly number: number; readonly isCrossRepository: boolean }[];
  readonly releases?: readonly { readonly tagName: string }[];
  /** What npm says about versions, such as workspace-api-mock@1.2.0, if it is not the default: an empty tarball, and no commit. */
  readonly manifests?: Readonly<Record<string, object>>;
}

/** The versions that npm and GitHub have unless a test says otherwise. */
export const EARLIER = ['workspace-api-contract@1.1.0', 'workspace-api-mock@1.1.0'];

/** The hash of an empty file, as npm writes it. */
const EMPTY_INTEGRITY = `sha512-${createHash('sha512').digest('base64')}`;

/** Answers like npm and gh, from `answers.json`, and records every other call in `calls`. */
const STAND_IN = `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const program = basename(process.argv[1]);
const words = process.argv.slice(2);
const answers = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8'));
const { npm = '11.6.0', published = ${JSON.stringify(EARLIER)}, pullRequests = [], releases, manifests = {} } = answers;
const versions = published.filter((each) => each.startsWith(words[1] + '@')).map((each) => each.split('@')[1]);
const EMPTY = { dist: { integrity: '${EMPTY_INTEGRITY}' } };
if (program === 'npm' && process.env.GH_TOKEN !== undefined) throw new Error('npm has the token of GitHub');
const command = [program, ...words.slice(0, program === 'gh' ? 2 : 1)].join(' ');
if (command === 'npm --version') console.log(npm);
else if (command === 'gh auth git-credential') console.log('username=x-access-token\\npassword=' + process.env.GH_TOKEN);
else if (command === 'gh pr list') console.log(JSON.stringify(pullRequests));
else if (command === 'gh release list') console.log(JSON.stringify(releases ?? ${JSON.stringify(EARLIER)}.map((tagName) => ({ tagName }))));
else if (command === 'npm view' && published.includes(words[1])) console.log(JSON.stringify(manifests[words[1]] ?? EMPTY));
else if (command === 'npm view' && versions.length > 0) console.log(JSON.stringify(versions.length > 1 ? versions : versions[0]));
else if (command === 'npm view') {
  console.error(published.includes('*') ? 'npm error code ENOTFOUND' : 'npm error code E404');
  process.exit(1);
} else appendFileSync(join(__dirname, 'calls'), JSON.stringify([program, ...words]) + '\\n');
`;

/** Creates the repository in an empty folder. */
export function scratchRepository(folder: string): ScratchRepository {
  const [root, remote, programs] = [join(folder, 'clone'), join(folder, 'remote.git'), join(folder, 'programs')];
  for (const each of [root, programs]) mkdirSync(each);
  for (const name of ['npm', 'gh']) {
    writeFileSync(join(programs, name), STAND_IN);
    chmodSync(join(programs, name), 0o755);
  }
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };
  const answer = (answers: Answers): void => writeFileSync(join(programs, 'answers.json'), JSON.stringify(answers));

  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', remote);
  answer({});
  const repository = 'https://github.com/acme/repository';
  write('package.json', JSON.stringify({ private: true, repository, workspaces: ['packages/*'] }));
  write('package-lock.json', '{}');
  write('.gitignore', 'node_modules\ndist\n');
  write('.changeset/README.md', '# Changesets');
  const config = JSON.parse(readFileSync(join(REPOSITORY_ROOT, '.changeset/config.json'), 'utf8'));
  write('.changeset/config.json', JSON.stringify({ ...config, fixed: [] }));
  for (const name of ['workspace-api-contract', 'workspace-api-mock']) {
    write(`packages/${name}/package.json`, JSON.stringify({ name, version: '1.2.0' }));
    write(`packages/${name}/CHANGELOG.md`, `# ${name}\n\n## 1.2.0\n\nThe first release.\n`);
    write(`dist/tarballs/${name}-1.2.0.tgz`, '');
  }
  symlinkSync(join(REPOSITORY_ROOT, 'node_modules'), join(root, 'node_modules'));
  commit();
  for (const tag of EARLIER) git('push', '--quiet', 'origin', `HEAD:refs/tags/${tag}`);
  return {
    root,
    env: { ...process.env, PATH: `${programs}:${dirname(process.execPath)}:${process.env.PATH}` },
    write,
    git,
    commit,
    answer,
    calls: () => {
      const file = join(programs, 'calls');
      const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
      writeFileSync(file, '');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line).join(' '));
    },
  };
}
