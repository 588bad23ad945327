import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { REPOSITORY_ROOT } from './command/repository-root.ts';
import { WITH_TOKEN } from './release/push.ts';
import type { ScratchRepository } from './release/testing.ts';
import { EARLIER, scratchRepository } from './release/testing.ts';

const CONTRACT = 'workspace-api-contract';
const MOCK = 'workspace-api-mock';
const BOTH = [`${CONTRACT}@1.2.0`, `${MOCK}@1.2.0`];
const releasesOf = (tags: readonly string[]) => tags.map((tagName) => ({ tagName }));

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

  it('plan publishes what npm does not have, then announces what GitHub does not have, unless a changeset waits', () => {
    repository.answer({ published: BOTH, releases: releasesOf(BOTH) });
    expect(release('plan')).toEqual(done('nothing'));
    repository.answer({ published: BOTH, releases: releasesOf(BOTH.slice(1)) });
    expect(release('plan')).toEqual(done('announce'));
    repository.answer({ published: [`${CONTRACT}@1.1.0`, ...BOTH], releases: releasesOf(BOTH) });
    expect(release('plan')).toEqual(done('announce'));
    repository.answer({ published: [...EARLIER, ...BOTH.slice(1)] });
    expect(release('plan')).toEqual(done('publish'));
    addChangeset('---\n---\n\nNothing for users.\n');
    expect(release('plan')).toEqual(done('publish'));
    addChangeset(`---\n'${MOCK}': minor\n---\n\nAnswers faster.\n`);
    expect(release('plan')).toEqual(done('version'));
    expect(readFileSync(join(folder, 'output'), 'utf8').trim().split('\n')).toEqual(
      ['nothing', 'announce', 'announce', 'publish', 'publish', 'version'].map((next) => `next=${next}`),
    );
  });

  it('plan leaves out packages that npm does not know yet', () => {
    const line = (name: string): string =>
      `${name} is not on npm. docs/releasing.md explains how to publish its first version`;
    repository.answer({ published: [], releases: [] });
    expect(release('plan')).toEqual({ ...done('nothing'), stderr: [CONTRACT, MOCK].map(line).join('\n') });
    repository.answer({ published: [`${CONTRACT}@1.1.0`], releases: [] });
    expect(release('plan')).toEqual({ ...done('publish'), stderr: line(MOCK) });
    expect(release('publish')).toEqual(done(`Published ${CONTRACT} 1.2.0`));
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
    repository.answer({ published: [...EARLIER, ...BOTH.slice(1)] });
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
      stderr: expect.stringMatching(/^\/.*-1\.2\.0\.tgz is missing; run npm run build$/),
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
    repository.answer({ published: BOTH, releases: releasesOf([`${MOCK}@1.2.0`]) });
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
    repository.answer({ published: BOTH, releases: releasesOf(BOTH) });
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
    const released = [`${CONTRACT}@${newer}`, `${MOCK}@1.2.0`];
    repository.answer({ published: [...released, `${CONTRACT}@${version}`], releases: releasesOf(released) });
    expect(release('announce')).toEqual(done(`Announced ${CONTRACT} ${version}`));
    expect(commitOf('v1')).toBe(commit);
  });

  it('announce moves the tag of every major version', () => {
    const [first, second] = ['0.9.0', '2.0.0'].map((version) => tagEarlier(`${CONTRACT}@${version}`));
    repository.answer({ published: [], releases: releasesOf([`${CONTRACT}@0.9.0`, `${CONTRACT}@2.0.0`]) });
    release('announce');
    expect(['v0', 'v2'].map(commitOf)).toEqual([first, second]);
  });

  /** Answers of npm: the contract was built elsewhere, from a commit that npm may name. */
  function answerBuiltElsewhere(manifest: object): void {
    const other = { dist: { integrity: 'sha512-other' }, ...manifest };
    const published = [...BOTH, `${CONTRACT}@1.1.0`];
    const releases = releasesOf(published.filter((each) => each !== `${CONTRACT}@1.2.0`));
    repository.answer({ published, releases, manifests: { [`${CONTRACT}@1.2.0`]: other } });
  }
  const provenanceOf = (gitCommit: string): string => {
    const predicate = { buildDefinition: { resolvedDependencies: [{ digest: { gitCommit } }] } };
    const payload = Buffer.from(JSON.stringify({ predicate })).toString('base64');
    const attestations = [
      { predicateType: 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1', bundle: {} },
      { predicateType: 'https://slsa.dev/provenance/v1', bundle: { dsseEnvelope: { payload } } },
    ];
    return `data:application/json,${encodeURIComponent(JSON.stringify({ attestations }))}`;
  };

  it.each([
    [
      'the provenance',
      (commit: string) => ({ integrity: 'sha512-other', attestations: { url: provenanceOf(commit) } }),
    ],
    ['npm', () => ({ integrity: 'sha512-other' })],
  ])('announce tags the commit that %s names, and attaches the tarball that npm has', (_who, dist) => {
    const commit = repository.git('rev-parse', 'HEAD');
    answerBuiltElsewhere({ gitHead: commit, dist: dist(commit) });
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'Later');
    expect(release('announce')).toEqual(done(`Announced ${CONTRACT} 1.2.0`));
    expect([`${CONTRACT}@1.2.0`, 'v1'].map(commitOf)).toEqual([commit, commit]);
    const folderOfNpm = join(repository.root, 'dist/downloaded');
    const [pack, create, ...others] = repository.calls();
    expect(pack).toBe(`npm pack ${CONTRACT}@1.2.0 --pack-destination ${folderOfNpm}`);
    expect(create).toMatch(/^gh release create .* The first release\. /);
    expect(create?.split('The first release. ')[1]).toBe(join(folderOfNpm, `${CONTRACT}-1.2.0.tgz`));
    expect(others).toEqual([]);
  });

  it('announce says what to do if the commit is unknown, and uses a tag that exists', () => {
    const commit = repository.git('rev-parse', 'HEAD');
    answerBuiltElsewhere({});
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'Later');
    const tag = `${CONTRACT}@1.2.0`;
    expect(release('announce')).toMatchObject({
      status: 1,
      stderr: `npm does not say which commit ${tag} was built from. Run git push origin COMMIT:refs/tags/${tag}, then re-run this job`,
    });
    expect(repository.calls()).toEqual([]);
    repository.git('push', '--quiet', 'origin', `${commit}:refs/tags/${tag}`);
    expect(release('announce')).toEqual(done(`Announced ${tag.replace('@', ' ')}`));
    expect(commitOf('v1')).toBe(commit);
  });

  it('announce says what to do if GitHub rejects the tag', () => {
    const hook = join(folder, 'remote.git/hooks/pre-receive');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho Resource not accessible by integration >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    repository.answer({ published: BOTH.slice(1), releases: [] });
    const { status, stderr } = release('announce');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `^The tag ${MOCK}@1\\.2\\.0 could not be pushed\\. Run git push origin [\\da-f]{40}:refs/tags/${MOCK}@1`,
      ),
    );
    expect(stderr).toContain('Resource not accessible by integration');
  });

  it('announce fails if npm does not show a version yet', () => {
    expect(release('announce')).toEqual({
      status: 1,
      stdout: '',
      stderr: `npm does not have ${BOTH.join(', ')} yet. Re-run this job in a few minutes`,
    });
  });

  it('pushes with the token that gh has, which is not stored', () => {
    const ask = [...WITH_TOKEN, 'credential', 'fill'];
    const input = 'protocol=https\nhost=github.com\n\n';
    const env = { ...repository.env, GH_TOKEN: 'the-token', GIT_TERMINAL_PROMPT: '0' };
    const { stdout } = spawnSync('git', ask, { cwd: repository.root, env, input, encoding: 'utf8' });
    expect(stdout).toContain('username=x-access-token\npassword=the-token\n');
    const pushing = globSync('scripts/**/*.ts', { cwd: REPOSITORY_ROOT }).filter(
      (file) => !/test(ing)?\.ts$/.test(file) && readFileSync(join(REPOSITORY_ROOT, file), 'utf8').includes("'push'"),
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
    const folder = mkdtempSync(join(tmpdir(), 'release '));
    try {
      for (const each of ['package.json', 'scripts'])
        cpSync(join(REPOSITORY_ROOT, each), join(folder, 'copy', each), { recursive: true });
      const { root, env, answer } = scratchRepository(folder);
      answer({ published: BOTH, releases: releasesOf(BOTH) });
      const words = [join(folder, 'copy/scripts/release.ts'), 'plan', '--root', root];
      const { stdout, stderr } = spawnSync(process.execPath, words, {
        env: { ...env, GITHUB_OUTPUT: join(folder, 'output'), GITHUB_REPOSITORY: 'acme/repository' },
        encoding: 'utf8',
      });
      expect({ stdout, stderr }).toEqual({ stdout: 'nothing\n', stderr: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
