import { describe, expect, it } from '@jest/globals';

import { manifest } from './manifest.ts';
import type { PackagePlan } from './packages.ts';

const plan: PackagePlan = {
  name: 'a-package',
  description: 'A package.',
  keywords: [],
  node: '>=24',
  exports: { '.': 'src/index.ts', './data.json': 'data.json' },
  commonJs: false,
  bin: { command: 'src/main.ts' },
  alsoCompiled: [],
  taken: {},
  copied: [],
  optionalPeers: ['peer'],
  frameworks: { framework: '^1.0.0 || ^2.0.0' },
  readme: 'README.md',
};
const repository = {
  version: '1.2.3',
  license: 'MIT',
  dependencies: { used: '4.5.6', unused: '1.0.0', peer: '7.0.0' },
};

describe('manifest', () => {
  it('lists only imported packages, with their versions in the repository', () => {
    expect(manifest(plan, repository, new Set(['used', 'peer']))).toMatchObject({
      version: '1.2.3',
      dependencies: { used: '4.5.6' },
      peerDependencies: { peer: '7.0.0', framework: '^1.0.0 || ^2.0.0' },
      peerDependenciesMeta: { peer: { optional: true }, framework: { optional: true } },
      sideEffects: false,
    });
  });

  it('points exports and commands to the compiled files', () => {
    expect(manifest(plan, repository, new Set(['peer']))).toMatchObject({
      bin: { command: 'dist/src/main.js' },
      exports: {
        '.': { types: './dist/src/index.d.ts', default: './dist/src/index.js' },
        './data.json': './data.json',
      },
    });
  });

  it('points `require` and old tools to the CommonJS files', () => {
    const typed = { ...plan, commonJs: true, exports: { ...plan.exports, './types': 'types.ts' } };
    const entry = { types: './cjs/src/index.d.ts', default: './cjs/src/index.js' };
    expect(manifest(typed, repository, new Set(['peer']))).toMatchObject({
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
    expect(() => manifest(plan, repository, new Set(['jest']))).toThrow('a-package imports jest');
  });
});
