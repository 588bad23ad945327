import type { BundledEntry } from './bundled.ts';

/** The content of a published package. `packages/<name>/package.json` has what people maintain: the version and the description. */
export interface PackagePlan {
  readonly name: string;
  /** Its exports by subpath: source files to compile, or files to copy. */
  readonly exports: Readonly<Record<string, string>>;
  /** Whether it can also be loaded with `require` on versions of Node that cannot require ES modules. */
  readonly commonJs: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  /** Its exports that are bundled, by subpath. */
  readonly bundled?: Readonly<Record<string, BundledEntry>>;
  /** Source files that no other file imports, because they run in browsers or in other threads. */
  readonly alsoCompiled: readonly string[];
  /** Files to include, each with its path in this package. */
  readonly taken: Readonly<Record<string, string>>;
  /** Files that the compiled code reads or imports and the compiler does not write. They get the same path below `dist/`. */
  readonly read: readonly string[];
  /** Packages that the code uses if they are installed, with the accepted versions. */
  readonly optionalPeers: Readonly<Record<string, string>>;
}

/** The schemas and data of the contract, which tools in any language can read. */
const DATA = {
  './arazzo.json': 'generated/arazzo.json',
  './catalogue.json': 'generated/catalogue.json',
  './envelope.schema.json': 'generated/envelope.schema.json',
  './openapi.json': 'generated/openapi.json',
  './openapi.yaml': 'openapi.yaml',
  './postman-collection.json': 'generated/postman-collection.json',
  './definition.schema.json': 'src/workspace/definition.schema.json',
  './failure-coverage.schema.json': 'src/coverage/failure-coverage.schema.json',
  './report.schema.json': 'src/verifier/report/report.schema.json',
  './target.schema.json': 'generated/target.schema.json',
  './traffic-report.schema.json': 'src/traffic/report/traffic-report.schema.json',
};

/** The packages published from this repository. */
export const packages: readonly PackagePlan[] = [
  {
    name: 'workspace-api-client',
    exports: {
      '.': 'src/client/index.ts',
      './msw': 'src/handlers/msw/index.ts',
      './playwright': 'src/handlers/playwright/index.ts',
      './testing': 'src/fixtures/index.ts',
      './types': 'generated/openapi-types.ts',
      './openapi.json': 'generated/openapi.json',
      './openapi.yaml': 'openapi.yaml',
    },
    commonJs: true,
    bundled: {
      './jest': { source: 'packages/workspace-api-client/entries/jest.js', peers: ['@jest/globals'], commonJs: true },
      // Vitest itself can only be imported.
      './vitest': { source: 'packages/workspace-api-client/entries/vitest.js', peers: ['vitest'], commonJs: false },
    },
    // The types of the bundled files.
    alsoCompiled: ['src/matchers/api-matchers.ts'],
    // The files for `require` contain this package.
    taken: { 'node_modules/openapi-fetch/LICENSE': 'cjs/openapi-fetch.LICENSE' },
    read: ['generated/request-validators.js', 'generated/request-validators.d.ts', 'generated/validators.d.ts'],
    // Any version, so that a project with an older one can still install the client. docs/test-your-app.md says which ones work.
    optionalPeers: { '@jest/globals': '*', vitest: '*' },
  },
  {
    name: 'workspace-api-contract',
    exports: { '.': 'src/packages/contract.ts', ...DATA },
    commonJs: false,
    // `npx workspace-api-contract` never runs another package, while `npx workspace-api` would look for one of that name.
    bin: {
      'workspace-api': 'src/cli/bin/workspace-api.ts',
      'workspace-api-contract': 'src/cli/bin/workspace-api.ts',
    },
    alsoCompiled: [],
    taken: {},
    read: [
      'generated/request-validators.js',
      'generated/request-validators.d.ts',
      'generated/validators.js',
      'generated/validators.d.ts',
      'src/plan/target.schema.json',
    ],
    optionalPeers: {
      // The last major version.
      dredd: '^14.0.0',
      // The code checks whether they fit, so that each package can be updated alone.
      'workspace-api-mock': '*',
      'workspace-api-server': '*',
    },
  },
  {
    name: 'workspace-api-mock',
    exports: { '.': 'src/packages/mock.ts', './command': 'src/cli/programs/mock.ts' },
    commonJs: false,
    bin: { 'workspace-api-mock': 'src/cli/bin/workspace-api-mock.ts' },
    alsoCompiled: ['src/mock/page/browser/main.ts', 'src/mock/page/browser/show-reference.ts'],
    // The API reference on the mock's page needs only this file of a package with many dependencies.
    taken: {
      'node_modules/@scalar/fastify-api-reference/dist/index.js': 'dist/src/mock/page/scalar-bundle.js',
      'node_modules/@scalar/fastify-api-reference/LICENSE': 'dist/src/mock/page/scalar-bundle.LICENSE',
    },
    read: [
      'generated/request-validators.js',
      'generated/request-validators.d.ts',
      'generated/validators.js',
      'generated/validators.d.ts',
      'src/plan/target.schema.json',
    ],
    optionalPeers: {},
  },
  {
    name: 'workspace-api-server',
    exports: {
      '.': 'src/packages/server.ts',
      './command': 'src/cli/programs/server.ts',
      './definition.schema.json': 'src/workspace/definition.schema.json',
    },
    commonJs: false,
    bin: { 'workspace-api-server': 'src/cli/bin/workspace-api-server.ts' },
    alsoCompiled: ['src/server/store/sqlite/scan-thread.ts'],
    taken: {},
    read: ['generated/validators.js', 'generated/validators.d.ts'],
    optionalPeers: {},
  },
  {
    name: 'workspace-api-plugins',
    exports: { './express': 'src/plugins/express/index.ts', './fastify': 'src/plugins/fastify/index.ts' },
    commonJs: false,
    alsoCompiled: [],
    taken: {},
    read: [],
    // The versions that the plugins are tested with.
    optionalPeers: { express: '^4.0.0 || ^5.0.0', fastify: '^5.0.0' },
  },
];
