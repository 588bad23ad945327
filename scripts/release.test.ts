import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { REPOSITORY_ROOT } from './command/repository-root.ts';
import { WITH_TOKEN } from './release/push.ts';
import type { ScratchRepository } from './release/testing.ts';
import { scratchRepository } from './release/testing.ts';

const CONTRACT = 'workspace-api-contract';
const MOCK = 'workspace-api-mock';
const BOTH = [`${CONTRACT}@1.2.0`, `${MOCK}@1.2.0`];

describe('the step of a release', () => {
  let folder: string;
  let repository: ScratchRepository;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release '));
    repository = scratchRepository(folder);
    github = 'acme/repository';
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  let github: string;
  function release(...words: readonly string[]) {
    const script = join(REPOSITORY_ROOT, 'scripts/release.ts');
    const where = ['--root', repository.root, '--from', join(repository.root, 'dist')];
    const GH_TOKEN = words.includes('pull-request') ? 'the-token' : undefined;
    const env = { ...repository.env, GH_TOKEN, GITHUB_OUTPUT: join(folder, 'output'), GITHUB_REPOSITORY: github };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words, ...where], {
      env,
      encoding: 'utf8',
    });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  }
  const done = (stdout: string) => ({ status: 0, stdout, stderr: '' });
  const addChangeset = (text: string): void => {
    repository.write('.changeset/new.md', text);
    repository.commit();
  };

  it('plan publishes what npm does not have, unless a changeset waits', () => {
    repository.answer({ published: BOTH });
    expect(release('plan')).toEqual(done('nothing'));
    repository.answer({ published: BOTH.slice(1) });
    expect(release('plan')).toEqual(done('publish'));
    addChangeset('---\n---\n\nNothing for users.\n');
    expect(release('plan')).toEqual(done('publish'));
    addChangeset(`---\n'${MOCK}': minor\n---\n\nAnswers faster.\n`);
    expect(release('plan')).toEqual(done('version'));
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(
      'next=nothing\nnext=publish\nnext=publish\nnext=version\n',
    );
  });

  it('plan releases nothing from a fork', () => {
    expect(release('plan')).toEqual(done('publish'));
    github = 'stranger/repository';
    expect(release('plan')).toEqual(done('nothing'));
  });

  it('plan fails if the registry cannot be asked', () => {
    repository.answer({ published: ['*'] });
    expect(release('plan')).toMatchObject({ status: 1, stderr: expect.stringContaining('ENOTFOUND') });
  });

  it('pull-request pushes the next versions and opens a pull request, and later updates it', () => {
    addChangeset(`---\n'${MOCK}': minor\n---\n\nAnswers faster.\n`);
    const title = `Release ${MOCK} 1.3.0`;
    expect(release('pull-request')).toEqual(done(title));
    const [install, create, ...others] = repository.calls();
    expect(install).toMatch(/^npm install --package-lock-only /);
    expect(create).toContain(`gh pr create --base main --head changeset-release/main --title ${title} --body Merging`);
    expect(create).toMatch(/## workspace-api-mock 1\.3\.0\n\n### Minor Changes\n\n- [\da-f]{7}: Answers faster\./);
    expect(others).toEqual([]);
    const pushed = (file: string): string => repository.git('show', `origin/changeset-release/main:${file}`);
    repository.git('fetch', '--quiet', 'origin');
    expect(JSON.parse(pushed(`packages/${MOCK}/package.json`)).version).toBe('1.3.0');
    expect(JSON.parse(pushed(`packages/${CONTRACT}/package.json`)).version).toBe('1.2.0');
    expect(repository.git('ls-tree', '-r', '--name-only', 'origin/changeset-release/main')).not.toContain('new.md');

    repository.answer({
      pullRequests: [
        { number: 6, isCrossRepository: true },
        { number: 7, isCrossRepository: false },
      ],
    });
    repository.git('checkout', '--quiet', 'main');
    addChangeset(`---\n'${CONTRACT}': patch\n'${MOCK}': minor\n---\n\nAnswers faster.\n`);
    expect(release('pull-request')).toEqual(done(`Release ${CONTRACT} 1.2.1, ${MOCK} 1.3.0`));
    expect(repository.calls().at(-1)).toContain(`gh pr edit 7 --title Release ${CONTRACT} 1.2.1, ${MOCK} 1.3.0`);
  });

  it('pull-request leaves the pull request of a fork alone, even if its branch has the same name', () => {
    addChangeset(`---\n'${MOCK}': minor\n---\n\nAnswers faster.\n`);
    repository.answer({ pullRequests: [{ number: 6, isCrossRepository: true }] });
    expect(release('pull-request')).toEqual(done(`Release ${MOCK} 1.3.0`));
    expect(repository.calls().at(-1)).toContain('gh pr create ');
  });

  it('publish publishes with provenance what npm does not have', () => {
    repository.answer({ published: BOTH.slice(1) });
    expect(release('publish')).toEqual(done(`Published ${CONTRACT} 1.2.0`));
    const tarball = join(repository.root, `dist/tarballs/${CONTRACT}-1.2.0.tgz`);
    expect(repository.calls()).toEqual([`npm publish ${tarball} --provenance --access public`]);
    repository.answer({ published: BOTH });
    expect(release('publish')).toEqual(done('Published nothing'));
  });

  it('publish publishes nothing if a tarball is missing or npm is too old', () => {
    rmSync(join(repository.root, `dist/tarballs/${MOCK}-1.2.0.tgz`));
    expect(release('publish')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^There is no .*Run npm run build$/),
    });
    repository.answer({ npm: '11.5.0' });
    expect(release('publish')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^npm 11\.5\.0 cannot .*Use 11\.5\.1/),
    });
    expect(repository.calls()).toEqual([]);
  });

  /** Tags a new commit on GitHub as an earlier release, and returns the commit. */
  function tagEarlier(tag: string): string {
    repository.git('commit', '--quiet', '--allow-empty', '--message', tag);
    repository.git('push', '--quiet', 'origin', `HEAD:refs/tags/${tag}`);
    return repository.git('rev-parse', 'HEAD');
  }
  const commitOf = (tag: string): string =>
    repository.git('ls-remote', 'origin', `refs/tags/${tag}`).replace(/\s.*/, '');

  it('announce creates the tags and releases that are missing, and moves the major tag of the action', () => {
    repository.answer({ releases: [{ tagName: `${MOCK}@1.2.0` }] });
    const commit = repository.git('rev-parse', 'HEAD');
    expect(release('announce')).toEqual(done(`Announced ${CONTRACT} 1.2.0`));
    const files = [`tarballs/${CONTRACT}-1.2.0.tgz`, `sbom/${CONTRACT}.cdx.json`];
    expect(repository.calls()).toEqual([
      [
        `gh release create ${CONTRACT}@1.2.0 --verify-tag --title ${CONTRACT} 1.2.0 --notes The first release.`,
        ...files.map((file) => join(repository.root, 'dist', file)),
      ].join(' '),
    ]);
    expect([`${CONTRACT}@1.2.0`, `${MOCK}@1.2.0`, 'v1'].map(commitOf)).toEqual([commit, '', commit]);
  });

  it('announce moves the major tag forward, even if the run before ended too early', () => {
    tagEarlier('v1');
    const commit = tagEarlier(`${CONTRACT}@1.2.0`);
    repository.answer({ releases: BOTH.map((tagName) => ({ tagName })) });
    expect(release('announce')).toEqual(done('Announced nothing'));
    expect(commitOf('v1')).toBe(commit);
  });

  it.each([
    ['an older version that is announced late', '1.2.0', '1.10.0'],
    ['a pre-release', '1.11.0-beta.0', '1.10.0'],
  ])('announce does not move the major tag to %s', (_what, version, newer) => {
    const commit = tagEarlier(`${CONTRACT}@${newer}`);
    tagEarlier('v1');
    repository.write(`packages/${CONTRACT}/package.json`, JSON.stringify({ name: CONTRACT, version }));
    repository.write(`dist/tarballs/${CONTRACT}-${version}.tgz`, '');
    repository.answer({ releases: [`${CONTRACT}@${newer}`, `${MOCK}@1.2.0`].map((tagName) => ({ tagName })) });
    expect(release('announce')).toEqual(done(`Announced ${CONTRACT} ${version}`));
    expect(commitOf('v1')).toBe(commit);
  });

  it('announce moves the tag of every major version', () => {
    const [first, second] = ['0.9.0', '2.0.0'].map((version) => tagEarlier(`${CONTRACT}@${version}`));
    const releases = ['0.9.0', '2.0.0'].map((version) => ({ tagName: `${CONTRACT}@${version}` }));
    repository.answer({ releases });
    release('announce');
    expect(['v0', 'v2'].map(commitOf)).toEqual([first, second]);
  });

  it('pushes with the token that gh has, which is not stored', () => {
    const ask = [...WITH_TOKEN, 'credential', 'fill'];
    const input = 'protocol=https\nhost=github.com\n\n';
    const env = { ...repository.env, GH_TOKEN: 'the-token', GIT_TERMINAL_PROMPT: '0' };
    const { stdout } = spawnSync('git', ask, { cwd: repository.root, env, input, encoding: 'utf8' });
    expect(stdout).toContain('username=x-access-token\npassword=the-token\n');
    const pushing = globSync('scripts/**/*.ts', { cwd: REPOSITORY_ROOT }).filter(
      (file) => !file.endsWith('.test.ts') && readFileSync(join(REPOSITORY_ROOT, file), 'utf8').includes("'push'"),
    );
    expect(pushing).toEqual([join('scripts', 'release', 'push.ts')]);
  });

  it('is one of the four', () => {
    for (const words of [[], ['publsh'], ['plan', 'publish'], ['plan', '--nope']])
      expect(release(...words)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('the scripts of a release', () => {
  it('import no package, because the job that may publish installs none', () => {
    const files = globSync(['scripts/release.ts', 'scripts/{command,release}/*.ts'], { cwd: REPOSITORY_ROOT });
    expect(files.length).toBeGreaterThan(5);
    const imported = files.flatMap((file) =>
      [...readFileSync(join(REPOSITORY_ROOT, file), 'utf8').matchAll(/^import .* from '([^.'][^']*)'/gm)].map(
        ([, name = '']) => name,
      ),
    );
    expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([]);
  });
});
