import { describe, expect, it } from '@jest/globals';

import type { Described } from './manifest.ts';
import { manifest } from './manifest.ts';
import type { PackagePlan } from './packages.ts';

const plan: PackagePlan = {
  name: 'a-package',
  exports: { '.': 'src/index.ts', './data.json': 'generated/data.json' },
  commonJs: false,
  bin: { command: 'src/main.ts' },
  alsoCompiled: [],
  taken: {},
  read: [],
  optionalPeers: { peer: '7.0.0', framework: '^1.0.0 || ^2.0.0' },
};
const described: Described = {
  own: {
    name: 'a-package',
    version: '1.2.3',
    engines: { node: '>=24' },
    publishConfig: { access: 'public', directory: '../../dist/a-package' },
  },
  dependencies: { used: '4.5.6', unused: '1.0.0', peer: '7.0.0' },
  repository: 'https://github.com/acme/repository',
};
const written = (imported: readonly string[], changes: Partial<PackagePlan> = {}): unknown =>
  JSON.parse(JSON.stringify(manifest({ ...plan, ...changes }, described, new Set(imported))));

describe('manifest', () => {
  it('lists only imported packages, with their versions in the repository', () => {
    expect(written(['used', 'peer', 'framework'])).toMatchObject({
      version: '1.2.3',
      engines: { node: '>=24' },
      dependencies: { used: '4.5.6' },
      peerDependencies: { peer: '7.0.0', framework: '^1.0.0 || ^2.0.0' },
      peerDependenciesMeta: { peer: { optional: true }, framework: { optional: true } },
      sideEffects: false,
    });
  });

  it('names the repository, in the form that npm compares with the provenance', () => {
    expect(written([])).toMatchObject({
      homepage: 'https://github.com/acme/repository/tree/main/packages/a-package#readme',
      bugs: 'https://github.com/acme/repository/issues',
      repository: {
        type: 'git',
        url: 'git+https://github.com/acme/repository.git',
        directory: 'packages/a-package',
      },
    });
  });

  it('keeps bundlers from removing the check of the version of Node, and RE2', () => {
    expect(written([], { exports: { '.': 'src/packages/server.ts' } })).toMatchObject({
      sideEffects: [
        './dist/src/packages/require-node.js',
        './dist/src/workspace/re2.js',
        './dist/src/workspace/utf8-on-node.js',
        './dist/src/workspace-contract/pattern-samples.js',
      ],
    });
  });

  it('publishes from the folder that it is in', () => {
    expect(written([])).toHaveProperty('publishConfig', { access: 'public' });
  });

  it('points exports and commands to the compiled files, and to the copies of other files', () => {
    expect(written([])).toMatchObject({
      bin: { command: 'dist/src/main.js' },
      exports: {
        '.': { types: './dist/src/index.d.ts', default: './dist/src/index.js' },
        './data.json': './data.json',
      },
    });
  });

  it('points `require` and old tools to the CommonJS files', () => {
    const entry = { types: './cjs/src/index.d.ts', default: './cjs/src/index.js' };
    expect(written([], { commonJs: true, exports: { ...plan.exports, './types': 'types.ts' } })).toMatchObject({
      main: entry.default,
      types: entry.types,
      typesVersions: { '*': { types: ['./cjs/types.d.ts'] } },
      exports: {
        '.': { require: entry, types: './dist/src/index.d.ts', default: './dist/src/index.js' },
        './data.json': './data.json',
      },
    });
  });

  it('rejects an import of a development dependency', () => {
    expect(() => written(['jest'])).toThrow('a-package imports jest');
  });
});
