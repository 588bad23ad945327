/** The content of a published package. */
export interface PackagePlan {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly node: string;
  /** Its exports by subpath: source files to compile, or files to copy. */
  readonly exports: Readonly<Record<string, string>> & { readonly '.': string };
  /** Whether it can also be loaded with `require`. */
  readonly commonJs: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  /** Source files that no other file imports, because they run in browsers or in other threads. */
  readonly alsoCompiled: readonly string[];
  /** Files to include, such as those of other packages, each with its path in this package. */
  readonly taken: Readonly<Record<string, string>>;
  /** Other files that the code reads at run time or that users import. */
  readonly copied: readonly string[];
  /** Packages that the code uses if they are installed. */
  readonly optionalPeers: readonly string[];
  /** Frameworks that it has a plugin for but does not import, with the versions that the plugin was tested with. */
  readonly frameworks: Readonly<Record<string, string>>;
  readonly readme: string;
}

/** The packages published from this repository. */
export const packages: readonly PackagePlan[] = [
  {
    name: 'workspace-api-client',
    description: 'The typed client of the Workspace API: errors that the compiler makes you handle.',
    keywords: ['workspace-api', 'client', 'openapi', 'typed-errors'],
    node: '>=20.3',
    exports: {
      '.': 'src/client/index.ts',
      './types': 'generated/openapi-types.ts',
      './openapi.json': 'openapi.json',
      './openapi.yaml': 'openapi.yaml',
    },
    commonJs: true,
    alsoCompiled: [],
    taken: {
      'generated/openapi.json': 'openapi.json',
      // The files for `require` contain this package.
      'node_modules/openapi-fetch/LICENSE': 'cjs/openapi-fetch.LICENSE',
    },
    copied: ['openapi.yaml'],
    optionalPeers: [],
    frameworks: {},
    readme: 'docs/client.md',
  },
  {
    name: 'workspace-api-contract',
    description:
      'The contract of the Workspace API made executable: a mock, a verifier, plugins and a reference server.',
    keywords: ['workspace-api', 'openapi', 'contract-testing', 'mock', 'dredd'],
    node: '>=24',
    exports: {
      '.': 'src/index.ts',
      './express': 'src/plugins/express/index.ts',
      './fastify': 'src/plugins/fastify/index.ts',
      './arazzo.json': 'generated/arazzo.json',
      './catalogue.json': 'generated/catalogue.json',
      './envelope.schema.json': 'generated/envelope.schema.json',
      './openapi.json': 'generated/openapi.json',
      './openapi.yaml': 'openapi.yaml',
      './postman-collection.json': 'generated/postman-collection.json',
    },
    commonJs: false,
    bin: { 'workspace-api': 'src/cli/start.ts' },
    alsoCompiled: [
      'src/mock/page/browser/main.ts',
      'src/mock/page/browser/show-reference.ts',
      'src/server/store/sqlite/scan-thread.ts',
    ],
    // The API reference on the mock's page needs only this file of a package with many dependencies.
    taken: {
      'node_modules/@scalar/fastify-api-reference/dist/index.js': 'dist/src/mock/page/scalar-bundle.js',
      'node_modules/@scalar/fastify-api-reference/LICENSE': 'dist/src/mock/page/scalar-bundle.LICENSE',
    },
    copied: ['generated/*.js', 'generated/*.d.ts', 'generated/*.json', 'src/**/*.json', 'openapi.yaml'],
    optionalPeers: ['dredd'],
    frameworks: { express: '^4.0.0 || ^5.0.0' },
    readme: 'README.md',
  },
];
