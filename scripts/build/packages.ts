/** What one published package is made of. */
export interface PackagePlan {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly node: string;
  /** What can be imported of it, by subpath: a source file, or a file that is copied as it is. */
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  /** Source files that nothing imports: what is sent to browsers. */
  readonly alsoCompiled: readonly string[];
  /** Files of other packages that are shipped with this one, each by where it goes. */
  readonly taken: Readonly<Record<string, string>>;
  /** Files that the code reads at run time, or that users ask for, besides the code. */
  readonly copied: readonly string[];
  /** Packages that are used where they are there, and not missed where they are not. */
  readonly optionalPeers: readonly string[];
  /** Frameworks that it has a plugin for and imports nothing of, by the versions that the plugin was tried with. */
  readonly frameworks: Readonly<Record<string, string>>;
  readonly readme: string;
}

/** The two packages that are made of this repository. */
export const packages: readonly PackagePlan[] = [
  {
    name: 'workspace-api-client',
    description: 'The typed client of the Workspace API: errors that the compiler makes you handle.',
    keywords: ['workspace-api', 'client', 'openapi', 'typed-errors'],
    node: '>=20.3',
    exports: {
      '.': 'src/client/index.ts',
      './types': 'generated/openapi-types.ts',
      './openapi.json': 'generated/openapi.json',
      './openapi.yaml': 'openapi.yaml',
    },
    alsoCompiled: [],
    taken: {},
    copied: ['generated/openapi.json', 'openapi.yaml'],
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
    bin: { 'workspace-api': 'src/cli/main.ts' },
    alsoCompiled: ['src/mock/page/browser/main.ts', 'src/mock/page/browser/show-reference.ts'],
    // The API reference on the mock's page is one file of a package that brings many others.
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
