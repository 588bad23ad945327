import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { packages } from './build/packages.ts';
import { complaint, findUndescribed } from './check-changeset/find-undescribed.ts';
import { packagesIn } from './check-changeset/new-changesets.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';

/** A small repository with files where those of two packages are: the mock and the server, which share one. */
const FILES: Readonly<Record<string, string>> = {
  'tsconfig.build.json': JSON.stringify({ compilerOptions: { module: 'nodenext', noLib: true, types: [] } }),
  'package.json': JSON.stringify({ dependencies: { fastify: '5.0.0', jest: '1.0.0' } }),
  'src/packages/mock.ts': `import './shared.ts';`,
  'src/packages/server.ts': `import 'fastify';\nimport './shared.ts';`,
  'src/packages/shared.ts': 'export const shared = 1;',
  'src/packages/mock.test.ts': `import './mock.ts';`,
  ...Object.fromEntries(
    packages.map(({ name }) => [`packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' })]),
  ),
};

describe('npm run check:changeset', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check changeset '));
  afterAll(() => rmSync(folder, { recursive: true }));
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'Change');
  };

  beforeAll(() => {
    git('init', '-q', '-b', 'main');
    for (const [file, text] of Object.entries(FILES)) write(file, text);
    write('.changeset/earlier.md', '---\n"workspace-api-mock": patch\n---\n\nFrom another branch.\n');
    commit();
  });
  beforeEach(() => {
    git('checkout', '-qfB', 'branch', 'main');
    git('clean', '-qfd');
  });

  const run = (...words: readonly string[]) => {
    const script = join(REPOSITORY_ROOT, 'scripts/check-changeset.ts');
    const ran = spawnSync(process.execPath, [script, '--root', folder, ...words], { encoding: 'utf8' });
    return { status: ran.status, lines: `${ran.stdout}${ran.stderr}`.trim().split('\n') };
  };
  const find = () => findUndescribed(`${folder}/`, 'main', packages);
  const NOTHING = { changed: [], undescribed: [] };
  const [mock, server, plugins] = ['workspace-api-mock', 'workspace-api-server', 'workspace-api-plugins'];

  it('accepts changes of tests, docs, scripts, versions, and dependencies of other code', () => {
    expect(find()).toEqual(NOTHING);
    for (const file of ['src/packages/mock.test.ts', 'docs/mock.md', 'scripts/build.ts', 'README.md'])
      write(file, '//');
    write(`packages/${mock}/package.json`, JSON.stringify({ name: mock, version: '2.0.0' }));
    write(`packages/${mock}/CHANGELOG.md`, '# Changes');
    write('package.json', JSON.stringify({ dependencies: { fastify: '5.0.0', jest: '2.0.0' } }));
    commit();
    expect(find()).toEqual(NOTHING);
  });

  it('finds every package that a change changes, committed or not', () => {
    write('src/packages/mock.ts', `import './shared.ts';\nimport './new.ts';`);
    write('src/packages/new.ts', '');
    const changed = [{ name: mock, changes: ['src/packages/mock.ts', 'src/packages/new.ts'] }];
    expect(find()).toEqual({ changed, undescribed: changed });
    commit();
    expect(find()).toEqual({ changed, undescribed: changed });
    git('checkout', '-q', 'main', '--', 'src/packages/mock.ts');
    write('src/packages/shared.ts', 'export const shared = 2;');
    expect(find()?.undescribed.map(({ name }) => name)).toEqual([mock, server]);
  });

  it('finds other versions of dependencies, and another description', () => {
    write('package.json', JSON.stringify({ dependencies: { fastify: '5.1.0', jest: '1.0.0' } }));
    write(`packages/${plugins}/package.json`, JSON.stringify({ name: plugins, version: '1.0.0', type: 'module' }));
    expect(find()?.undescribed).toEqual([
      { name: server, changes: ['fastify 5.1.0'] },
      { name: plugins, changes: [`packages/${plugins}/package.json`] },
    ]);
  });

  it('finds a removed export, a renamed command and other optional peers', () => {
    const plansWith = (changes: object): string =>
      `export const packages = ${JSON.stringify(packages.map((plan) => (plan.name === mock ? { ...plan, ...changes } : plan)))};`;
    const [file, changed] = ['scripts/build/packages.ts', { name: mock, changes: ['scripts/build/packages.ts'] }];
    const before = [
      { exports: { ...packages.find(({ name }) => name === mock)?.exports, './removed': 'src/removed.ts' } },
      { bin: { 'old-name': 'src/cli/bin/workspace-api-mock.ts' } },
      { optionalPeers: { express: '^4.0.0' } },
    ];
    for (const each of before) {
      write(file, plansWith(each));
      commit();
      git('branch', '-f', 'before');
      write(file, plansWith({}));
      expect(findUndescribed(`${folder}/`, 'before', packages)?.undescribed).toEqual([changed]);
      commit();
      write(file, `${plansWith({})} // A comment changes no package.`);
      expect(findUndescribed(`${folder}/`, 'HEAD', packages)).toEqual(NOTHING);
    }
  });

  it('finds handwritten declarations, with which every package is compiled', () => {
    write('src/module.d.ts', `declare module 'x';`);
    expect(find()?.undescribed).toEqual(packages.map(({ name }) => ({ name, changes: ['src/module.d.ts'] })));
  });

  it('accepts new changesets that name the packages, but none from before', () => {
    write('src/packages/shared.ts', 'export const shared = 3;');
    write('.changeset/new.md', `---\n"${server}": minor\n---\n\nA change.\n`);
    expect(find()?.undescribed).toEqual([{ name: mock, changes: ['src/packages/shared.ts'] }]);
    write('.changeset/newer.md', `---\n"${mock}": patch\n---\n\nA change.\n`);
    expect(find()?.undescribed).toEqual([]);
  });

  it('accepts an empty changeset', () => {
    write('src/packages/shared.ts', 'export const shared = 4;');
    write('.changeset/new.md', '---\n---\n');
    expect(find()).toEqual({ changed: [expect.anything(), expect.anything()], undescribed: [] });
  });

  it('writes one line for each package, and exits with 1', () => {
    write('src/packages/mock.ts', '');
    expect(run('--base', 'main')).toEqual({
      status: 1,
      lines: [
        'workspace-api-mock changed (src/packages/mock.ts) and no changeset names it.',
        'Run npx changeset, or add the label "no changeset" to the pull request.',
      ],
    });
    expect(complaint({ name: 'a', changes: ['b', 'c', 'd', 'e'] })).toContain('a changed (b, c, d, …) and');
  });

  it('exits with 0 if there is nothing to describe', () => {
    expect(run('--base', 'main')).toEqual({ status: 0, lines: ['No package changed.'] });
  });

  it('exits with 2 if it was called wrongly', () => {
    expect(run('--base', 'nowhere')).toEqual({
      status: 2,
      lines: [expect.stringContaining('No commit is shared with "nowhere". Run `git fetch')],
    });
    expect(run('--nope').status).toBe(2);
  });
});

describe('packagesIn', () => {
  it.each([
    [
      `---\n"workspace-api-mock": patch\n'workspace-api-client': major\n---\n\nText`,
      ['workspace-api-mock', 'workspace-api-client'],
    ],
    ['---\r\nworkspace-api-mock: minor\r\n---\r\n', ['workspace-api-mock']],
    ['---\n---\n', []],
    ['"workspace-api-mock": patch', []],
  ])('reads %j', (text, names) => {
    expect(packagesIn(text)).toEqual(names);
  });
});
