import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { manifestOf, packageNames, ROOT, tarball } from './project.ts';

const run = promisify(execFile);

describe.each(packageNames)('%s', (name) => {
  const place = join(ROOT, 'dist', name);

  it('passes publint', async () => {
    const words = [join(ROOT, 'node_modules/publint/src/cli.js'), tarball(name), '--strict'];
    expect((await run(process.execPath, words)).stdout).toMatch(/All good/);
  });

  it('has types that resolve correctly', async () => {
    const isForEverybody = name === 'workspace-api-client';
    const { stdout } = await run(process.execPath, [
      join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
      tarball(name),
      ...(isForEverybody ? [] : ['--profile', 'esm-only']),
      // YAML is not a module and is never imported as one.
      '--exclude-entrypoints',
      './openapi.yaml',
      // Vitest can only be imported. The next test checks it.
      './vitest',
      '--format',
      'ascii',
    ]);
    // The command itself fails if it finds a problem.
    expect(stdout.match(/node16 \(from ESM\): 🟢 \(ESM\)/g)?.length).toBeGreaterThan(0);
    if (isForEverybody) {
      const columns = [...stdout.matchAll(/^(node10|node16 \(from CJS\)|node16 \(from ESM\)|bundler): 🟢/gm)];
      const { exports } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
      const modules = Object.keys(exports).filter((subpath) => !/yaml$|vitest$/.test(subpath));
      expect(columns.map(([, column]) => column)).toHaveLength(4 * modules.length);
    }
  });

  if (name === 'workspace-api-client')
    it('has types of its matchers for Vitest, which can only be imported', async () => {
      const words = ['--profile', 'esm-only', '--entrypoints', './vitest', '--format', 'ascii'];
      const command = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      const { stdout } = await run(process.execPath, [command, tarball(name), ...words]);
      expect(stdout).toContain('node16 (from ESM): 🟢 (ESM)');
    });

  it('contains every source that its source maps and declaration maps refer to', async () => {
    const files = new Set(await readdir(place, { recursive: true }));
    const maps = [...files].filter((each) => each.endsWith('.map') && !each.startsWith('cjs/'));
    // Those directly in dist/ are bundled from many sources.
    const code = [...files].filter(
      (each) => /^dist\/.+\/.*[.]js$/.test(each) && files.has(each.replace(/js$/, 'd.ts')),
    );
    expect(code.length).toBeGreaterThan(10);
    expect(code.filter((each) => !each.endsWith('validators.js') && !files.has(`${each}.map`))).toEqual([]);
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(place, map), 'utf8'));
      expect(files).toContain(join(map, '..', sources[0]));
    }
  });

  it('contains its README, its changelog with its version, and no tests', async () => {
    const files = await readdir(place, { recursive: true });
    expect(files.filter((each) => /[.]test[.]|\/testing\//.test(each))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']));
    expect(await readFile(join(place, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${manifestOf(name).version}\n`);
  });
});
