import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { REPOSITORY_ROOT } from './command/repository-root.ts';
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
    const env = { ...repository.env, GITHUB_OUTPUT: join(folder, 'output'), GITHUB_REPOSITORY: github };
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

  it('announce creates the releases that are missing, and moves the major tag of the action', () => {
    const commit = repository.git('rev-parse', 'HEAD');
    repository.answer({ releases: [{ tagName: `${MOCK}@1.2.0` }] });
    expect(release('announce')).toEqual(done(`Announced ${CONTRACT} 1.2.0`));
    const files = [`tarballs/${CONTRACT}-1.2.0.tgz`, `sbom/${CONTRACT}.cdx.json`];
    expect(repository.calls()).toEqual([
      [
        `gh release create ${CONTRACT}@1.2.0 --target ${commit} --title ${CONTRACT} 1.2.0 --notes The first release.`,
        ...files.map((file) => join(repository.root, 'dist', file)),
      ].join(' '),
    ]);
    expect(repository.git('ls-remote', 'origin', 'refs/tags/v1')).toBe(`${commit}\trefs/tags/v1`);

    repository.write('README.md', 'Later');
    repository.commit();
    repository.answer({ releases: [] });
    release('announce');
    expect(repository.git('ls-remote', 'origin', 'refs/tags/v1')).toContain(repository.git('rev-parse', 'HEAD'));
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
