// The allowed imports between the parts of the project. `npm run check:code` checks them.
// The comment of each rule says why it exists. `npx depcruise … --output-type err-long` prints the comments.

const TEST = '[.]test[.]ts$';

/** A `testing.ts` or `testing/` next to the tests that share it. */
const TESTING = '/testing([.]ts$|/)';

/** Allows a room (a folder of src, or another top-level folder) to import only itself and the given rooms of this repository. */
function room(path, mayImport, comment) {
  return {
    name: `${path.replace('src/', '')}-imports-only-${mayImport.join('-and-').replaceAll(/src\/|\//g, '') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: `^${path}/` },
    to: {
      path: '^(src|generated|lint|scripts|contract-tests|examples|bench)/',
      pathNot: [path, ...mayImport].map((allowed) => `^${allowed}/`),
    },
  };
}

/**
 * The door of a room is its index.ts. The contract has one for prose and schemas, which browsers and the client must not load, and one
 * each for its responses and for the requests it accepts, which the client does not need; the mock has one for how it is triggered, which needs
 * no Prism. `portable` doors are for code that runs in browsers: they lead to neither Node nor a package.
 */
const DOOR = [
  '^src/[^/]+/index[.]ts$',
  '^src/contract/(answers|document|openapi|requests)/index[.]ts$',
  '^src/mock/triggers/index[.]ts$',
  '^src/handlers/(msw|playwright)/index[.]ts$',
  '^src/(workspace|workspace-contract)/portable/index[.]ts$',
];

/** Allows a room of the client to import only itself and the given rooms of the client. */
function clientRoom(name, mayImport, comment) {
  return {
    name: `client-${name}-imports-only-${mayImport.join('-and-') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: `^src/client/${name}/`, pathNot: TEST },
    to: { path: '^src/client/', pathNot: [name, 'testing', ...mayImport].map((allowed) => `^src/client/${allowed}/`) },
  };
}

/** Allows a room of the verifier to import only itself, the given rooms of the verifier, and what the tests of all its rooms share. */
function verifierRoom(name, mayImport, comment) {
  return {
    name: `verifier-${name}-imports-only-${mayImport.join('-and-') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: `^src/verifier/${name}/` },
    to: {
      path: '^src/verifier/',
      pathNot: [name, 'testing', ...mayImport].map((allowed) => `^src/verifier/${allowed}/`),
    },
  };
}

/** Allows only one place to import a package. Benchmarks may import any package, because they measure other tools. */
function onlyIn(place, name, path, comment) {
  return { name, comment, severity: 'error', from: { pathNot: [`^${place}/`, '^bench/'] }, to: { path } };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // ---- rooms ---------------------------------------------------------------------------------------------------------
    room(
      'generated',
      [],
      'It is generated from openapi.yaml only. Anything else it imported could differ from the contract.',
    ),
    room('src/contract', ['generated'], 'Everything depends on it, so it depends only on the generated contract.'),
    room(
      'src/workspace',
      ['src/contract'],
      'The server, the mock, the plan and the verifier share the definition of a workspace, so it depends on none of them.',
    ),
    room(
      'src/plan',
      ['src/contract', 'src/workspace'],
      'A plan is a pure function of contract, target and fixtures. It does not depend on the sender or the server.',
    ),
    room(
      'src/workspace-contract',
      ['src/contract', 'src/workspace'],
      'It derives the contract of a workspace from its definition. Mock, verifier and types can start from it.',
    ),
    room(
      'src/workspace-types',
      ['src/contract', 'src/workspace'],
      'It derives the TypeScript types of a workspace from its definition. The client does not know it: users import only its output.',
    ),
    room(
      'src/workspace-plan',
      ['src/contract', 'src/workspace', 'src/workspace-contract', 'src/plan'],
      'It plans the verification of a workspace from its definition. It does not depend on the sender or the server.',
    ),
    room('src/workspace-draft', ['src/workspace'], 'It drafts a definition from records. Whoever calls it reads them.'),
    room(
      'src/client',
      ['src/contract', 'generated'],
      'It is published as a separate package. Every user of the client installs what it imports.',
    ),
    room(
      'src/fixtures',
      ['src/contract', 'src/client', 'generated'],
      'Tests in browsers load it, so it takes only types from the client, and no data but its own table.',
    ),
    room(
      'src/matchers',
      ['src/client', 'src/contract', 'src/coverage', 'src/fixtures', 'src/judge', 'src/masking', 'src/traffic'],
      'It judges what tests received, whoever sent it. It is bundled, so that it adds no dependency to the client.',
    ),
    room(
      'src/explanation',
      ['src/contract'],
      'It explains the contract in words, for the CLI, the mock’s page and the site, so it depends on none of them.',
    ),
    room(
      'src/sarif',
      ['src/contract', 'src/explanation', 'src/manifest', 'src/plan'],
      'It writes findings for code scanning. It does not depend on who found them: the verifier or the judge of traffic.',
    ),
    room('src/manifest', [], 'It reads the package.json of the installed package, before anything else is loaded.'),
    room(
      'src/packages',
      [
        'src/contract',
        'src/coverage',
        'src/interchange',
        'src/judge',
        'src/manifest',
        'src/mock',
        'src/plan',
        'src/server',
        'src/verifier',
        'src/workspace',
        'src/traffic',
      ],
      'The public API of each package: it exports from other rooms, and contains nothing itself.',
    ),
    room('src/html', [], 'It writes HTML. It must not depend on the content of pages.'),
    room(
      'src/interchange',
      ['src/contract', 'src/explanation', 'src/plan'],
      'It writes the plan in the formats of other tools, and does not depend on how or against what they run it.',
    ),
    room(
      'src/mock',
      [
        'src/contract',
        'src/error-responses',
        'src/html',
        'src/explanation',
        'src/injection',
        'src/disturbance',
        'src/mock-core',
        'src/workspace',
        'src/workspace-contract',
        'src/plan',
      ],
      'Mock, verifier and server communicate only over HTTP, so that each can check the others. They share the code that rejects malformed HTTP.',
    ),
    room(
      'src/mock-core',
      ['src/contract', 'src/injection', 'src/workspace', 'src/workspace-contract'],
      'It chooses the response to a request, no matter how the request arrived: over HTTP, or in a test that answers it without a server.',
    ),
    room(
      'src/handlers',
      ['src/contract', 'src/injection', 'src/mock-core'],
      'It gives the mock to tools that intercept requests in tests. It knows these tools by the shape of what it uses, and imports none.',
    ),
    room(
      'src/judge',
      ['src/contract', 'src/plan'],
      'It checks an exchange against what was expected, no matter who sent it: the verifier, a test, or a browser that was recorded.',
    ),
    room(
      'src/coverage',
      ['src/contract'],
      'It counts which documented failures were seen. It does not depend on what saw them, and runs in browsers too.',
    ),
    room(
      'src/traffic',
      ['src/contract', 'src/coverage', 'src/judge', 'src/masking', 'src/plan', 'src/workspace'],
      'It judges exchanges that others sent, so it knows neither the verifier, which sends its own, nor any server.',
    ),
    room(
      'src/recordings',
      ['src/contract', 'src/manifest', 'src/traffic'],
      'It reads the recordings of other tools. It does not judge what it reads.',
    ),
    room('src/content-coding', [], 'It decodes bodies. It does not depend on who received them.'),
    room(
      'src/proxy',
      ['src/content-coding', 'src/traffic'],
      'It passes requests on and records them. It does not depend on what is done with the recording.',
    ),
    room(
      'src/masking',
      ['src/contract', 'src/plan'],
      'It hides keys in whatever is written. It does not depend on what that is.',
    ),
    room(
      'src/verifier',
      [
        'src/content-coding',
        'src/contract',
        'src/coverage',
        'src/html',
        'src/injection',
        'src/judge',
        'src/masking',
        'src/sarif',
        'src/workspace',
        'src/plan',
        'src/workspace-plan',
      ],
      'It checks every server over HTTP, the reference server included, and never imports one. It knows which keys are test keys.',
    ),
    room(
      'src/error-responses',
      ['src/contract'],
      'It writes failures as HTTP responses. The server, the mock and the plugins share it, without depending on each other.',
    ),
    room(
      'src/injection',
      ['src/contract'],
      'It reads which failures a request asks for. The mock and the server for development share it, and it runs in browsers too.',
    ),
    room(
      'src/disturbance',
      ['src/contract', 'src/error-responses', 'src/injection'],
      'It breaks responses on purpose. The mock and the server for development share it.',
    ),
    room(
      'src/plugins',
      ['src/contract', 'src/error-responses'],
      'It runs in other applications. It adds the contract to them, and nothing of our own server.',
    ),
    room(
      'src/server',
      [
        'src/contract',
        'src/error-responses',
        'src/injection',
        'src/disturbance',
        'src/workspace',
        'src/workspace-contract',
      ],
      'It must not know the plan that tests it, or it could special-case the test requests.',
    ),
    room(
      'src/cli',
      [
        'src/contract',
        'src/explanation',
        'src/manifest',
        'src/workspace',
        'src/plan',
        'src/client',
        'src/injection',
        'src/interchange',
        'src/workspace-contract',
        'src/workspace-draft',
        'src/workspace-types',
        'src/workspace-plan',
        'src/mock',
        'src/coverage',
        'src/judge',
        'src/masking',
        'src/proxy',
        'src/recordings',
        'src/sarif',
        'src/traffic',
        'src/verifier',
        'src/server',
      ],
      'It reads arguments, calls other rooms and prints. It gets the contract from src/contract.',
    ),
    room(
      'examples',
      ['src/plugins'],
      'They stand for the applications of users, who have only the plugins that we publish.',
    ),
    room(
      'contract-tests',
      ['src', 'generated', 'examples'],
      'They test rooms through their public interface, not the scripts and lint rules of this repository.',
    ),
    room('bench', ['src', 'generated', 'contract-tests/mutants'], 'It measures rooms through their public interface.'),
    room(
      'lint',
      ['src/contract', 'src/plan'],
      'It checks openapi.yaml, so it must not depend on files that are generated from it later.',
    ),
    {
      name: 'scripts-imports-only-contract-and-plan',
      comment: 'Scripts work on the contract. Those that check generated files may also read them (see the next rule).',
      severity: 'error',
      from: {
        path: '^scripts/',
        pathNot: ['^scripts/check-[^/]+[.]ts$', '^scripts/build-docs(/|[.]ts$)', '^scripts/(interchange|diff)/', TEST],
      },
      to: { path: '^(src|generated|lint|contract-tests|bench)/', pathNot: '^src/(contract|plan)/' },
    },
    {
      name: 'check-scripts-import-only-contract-plan-and-generated',
      comment: 'Scripts that check generated files may read them in addition to what all scripts may import.',
      severity: 'error',
      from: { path: ['^scripts/check-[^/]+[.]ts$', `^scripts/.*${TEST}`], pathNot: '^scripts/build-docs/' },
      to: { path: '^(src|generated|lint|contract-tests|bench)/', pathNot: '^(src/contract|src/plan|generated)/' },
    },
    {
      name: 'site-shows-contract-plan-explanation-and-mock',
      comment: 'The site shows the contract and the mock’s responses. Guides describe the verifier and the server.',
      severity: 'error',
      from: { path: '^scripts/build-docs(/|[.]ts$)' },
      to: {
        path: '^(src|generated|lint|contract-tests|bench)/',
        pathNot: '^src/(contract|explanation|html|mock|plan)/',
      },
    },
    {
      name: 'interchange-scripts-import-only-what-they-write-from',
      comment: 'They write the plan for the demo workspace in the formats of other tools.',
      severity: 'error',
      from: { path: '^scripts/interchange/', pathNot: TEST },
      to: {
        path: '^(src|generated|lint|contract-tests|bench)/',
        pathNot: '^src/(contract|interchange|plan|workspace)/',
      },
    },
    {
      name: 'diff-imports-only-contract-plan-and-workspace',
      comment: 'It compares two contracts, or two definitions of workspaces.',
      severity: 'error',
      from: { path: '^scripts/diff/', pathNot: TEST },
      to: { path: '^(src|generated|lint|contract-tests|bench)/', pathNot: '^src/(contract|plan|workspace)/' },
    },
    {
      name: 'generator-does-not-need-what-it-writes',
      comment: 'Otherwise it could not regenerate files that are broken or missing. Indirect imports count too.',
      severity: 'error',
      from: { path: '^scripts/generate(/|[.]ts$)', pathNot: TEST },
      to: { path: '^generated/', reachable: true },
    },

    {
      name: 'contract-alone-reads-generated',
      comment:
        'Everything else gets the contract from src/contract, so that it can become a parameter one day. The client and the fixtures read their own tables, to stay small.',
      severity: 'error',
      from: {
        pathNot: [
          '^src/(contract|client|fixtures)/',
          '^generated/',
          '^scripts/',
          '^bench/client/',
          '^contract-tests/client/',
        ],
      },
      to: {
        path: '^generated/',
        pathNot: ['^generated/(arazzo|catalogue|envelope[.]schema|postman-collection)[.]json$'],
      },
    },
    {
      name: 'client-reads-its-own-table-alone',
      comment: 'The table is generated for the client. Its users download everything it imports.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^generated/', pathNot: '^generated/(client-table|client-operations|openapi-types)[.]ts$' },
    },
    {
      name: 'fixtures-read-their-own-table-alone',
      comment: 'The table is generated for the fixtures. Tests in browsers download everything they import.',
      severity: 'error',
      from: { path: '^src/fixtures/' },
      to: { path: '^generated/', pathNot: '^generated/fixture-table[.]ts$' },
    },
    {
      name: 'fixtures-take-only-types-from-the-client',
      comment: 'A test that needs a failure does not need the client.',
      severity: 'error',
      from: { path: '^src/fixtures/', pathNot: TEST },
      to: { path: '^src/client/', dependencyTypesNot: ['type-only'] },
    },

    {
      name: 'matchers-do-not-need-the-client',
      comment: 'A test suite may use another client. Only the tests of the matchers use ours.',
      severity: 'error',
      from: { path: '^src/matchers/', pathNot: TEST },
      to: { path: '^src/client/' },
    },

    // ---- rooms of the client -------------------------------------------------------------------------------------------
    clientRoom('result', [], 'The result of a call. Everything else in the client returns or reads results.'),
    clientRoom(
      'read-answer',
      ['result'],
      'Turns a response into a result, no matter how the request was sent or retried.',
    ),
    clientRoom(
      'retry',
      ['result', 'read-answer'],
      'Decides from the result and the contract whether and when to repeat a call. It sends nothing.',
    ),
    clientRoom('write-request', ['result'], 'Writes the parts of a request, and rejects invalid input.'),
    clientRoom(
      'workspace',
      ['result', 'read-answer', 'write-request', 'call'],
      'The types of a client that knows its workspace. At run time it is the same client.',
    ),
    clientRoom(
      'call',
      ['result', 'read-answer', 'retry', 'write-request'],
      'Sends requests. It uses the other rooms of the client, and none of them uses it.',
    ),

    // ---- rooms of the verifier -----------------------------------------------------------------------------------------
    verifierRoom('senders', [], 'Sends requests and returns exchanges, which the judge checks.'),
    verifierRoom('records', ['senders'], 'Creates, finds and deletes records, using the senders.'),
    verifierRoom(
      'probes',
      ['senders', 'records'],
      'A probe receives its sender as an argument, so that it needs neither a run nor a report.',
    ),
    verifierRoom(
      'run',
      ['senders', 'records', 'probes'],
      'Sends the plan and runs the probes. It does not depend on how the results are reported.',
    ),
    verifierRoom(
      'preflight',
      ['senders', 'records'],
      'Finds out with a few requests whether a target can be verified, before anything is planned.',
    ),
    verifierRoom('report', ['senders', 'probes', 'run', 'preflight'], 'Combines the results of a run into one report.'),
    verifierRoom('reporters', ['report'], 'They render a report, so they need only the report.'),

    {
      name: 'client-testing-comes-through-the-door',
      comment:
        'The tests of the client share a client with its public interface, and a server that does not depend on the client.',
      severity: 'error',
      from: { path: '^src/client/testing/' },
      to: { path: '^(src|generated)/', pathNot: '^src/(client/testing/|client/index[.]ts$|contract/index[.]ts$)' },
    },

    // ---- doors ---------------------------------------------------------------------------------------------------------
    {
      name: 'room-has-one-door',
      comment: 'A room’s index.ts exports what others may use. All other files may change freely.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: TEST },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...DOOR] },
    },
    {
      name: 'room-has-one-door-for-tests',
      comment: 'A test may also use what all tests of another room share.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.*[.]test[.]ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...DOOR, '^src/[^/]+/testing([.]ts$|/)'] },
    },
    {
      name: 'room-has-one-door-for-those-outside',
      comment:
        'Scripts, lint rules, contract tests and benchmarks import rooms only through their index.ts, as other rooms do.',
      severity: 'error',
      from: { pathNot: '^src/' },
      // Contract tests may use what all tests of a room share, but not what the tests of one of its parts share.
      to: { path: '^src/[^/]+/', pathNot: [...DOOR, '^src/[^/]+/testing([.]ts$|/)'] },
    },
    {
      name: 'no-circle',
      comment:
        'Two files that import each other are one idea, or need a third file. Their load order is unpredictable.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'test-is-imported-by-nobody',
      comment: 'An imported test cannot be changed or deleted freely, and its cases run twice.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
    {
      name: 'testing-is-imported-by-tests-only',
      comment: 'Code shared by tests needs test tools, and must not be part of the published packages.',
      severity: 'error',
      from: { pathNot: [TEST, TESTING, '^contract-tests/'] },
      to: { path: TESTING, pathNot: 'node_modules/' },
    },
    {
      name: 'contract-tests-are-imported-by-nobody',
      comment: 'Contract tests and their mutants must not be part of the published packages.',
      severity: 'error',
      from: { pathNot: ['^contract-tests/', '^bench/'] },
      to: { path: '^contract-tests/' },
    },
    {
      name: 'bench-takes-the-mutants-alone',
      comment: 'The benchmarks measure other tools with the same mutants. They do not need other contract tests.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^contract-tests/', pathNot: '^contract-tests/mutants/index[.]ts$' },
    },

    // ---- published packages --------------------------------------------------------------------------------------------
    {
      name: 'contract-package-contains-no-mock-and-no-server',
      comment: 'Users of the command workspace-api install everything that it imports, however indirectly.',
      severity: 'error',
      from: { path: '^src/(packages/contract|cli/(bin/workspace-api|programs/contract))[.]ts$' },
      to: { path: '^src/(mock/start-mock|server/index|plugins/.*/index)[.]ts$', reachable: true },
    },
    {
      name: 'mock-package-contains-no-verifier-and-no-server',
      comment: 'Users of the mock install everything that it imports, however indirectly.',
      severity: 'error',
      from: { path: '^src/(packages/mock|cli/(bin/workspace-api-mock|programs/mock))[.]ts$' },
      to: { path: '^src/(verifier|server|plugins)/', reachable: true },
    },
    {
      name: 'server-package-contains-no-verifier-and-no-mock',
      comment: 'Users of the server install everything that it imports, however indirectly.',
      severity: 'error',
      from: { path: '^src/(packages/server|cli/(bin/workspace-api-server|programs/server))[.]ts$' },
      to: { path: '^src/(verifier|mock|plan|plugins)/', reachable: true },
    },

    // ---- packages ------------------------------------------------------------------------------------------------------
    onlyIn(
      'src/verifier/senders',
      'dredd-only-in-senders',
      'node_modules/dredd/',
      'Only one sender uses Dredd, so that it can be removed once it no longer runs.',
    ),
    onlyIn(
      'src/verifier/reporters',
      'diff-only-in-reporters',
      'node_modules/diff/',
      'Only reporters show how two texts differ. A finding contains both texts as data.',
    ),
    onlyIn(
      '(src/mock|scripts/generate)',
      'prism-only-in-mock',
      'node_modules/@stoplight/',
      'Prism is an implementation detail of the mock. The generator uses it to generate the mock’s responses.',
    ),
    onlyIn(
      '(src/server|src/plugins|examples/fastify)',
      'fastify-only-in-server-and-its-plugin',
      'node_modules/fastify/',
      'Fastify is an implementation detail of our server. The plugin is for other applications that use Fastify.',
    ),
    {
      name: 'plugins-load-no-framework',
      comment: 'The application has its own copy of the framework. A plugin must not load a second one.',
      severity: 'error',
      from: { path: '^src/(plugins|error-responses)/', pathNot: [TEST, '^src/plugins/testing/'] },
      to: { path: 'node_modules/', dependencyTypesNot: ['type-only'] },
    },
    onlyIn(
      'src/server/(store|testing)',
      'sqlite-only-in-store',
      '^(node:)?sqlite$',
      'The server uses one interface with two stores behind it. Only its tests may access a database directly.',
    ),
    onlyIn(
      'src/server/(store/postgres|testing)',
      'pg-only-in-its-store',
      'node_modules/pg/',
      'The server uses one interface with two stores behind it. Only its tests may access a database directly.',
    ),
    onlyIn(
      'src/server/metrics',
      'prom-client-only-in-metrics',
      'node_modules/prom-client/',
      'Requests are counted without the library of Prometheus, which is only for reading the counts.',
    ),
    onlyIn(
      'src/server/observation',
      'opentelemetry-only-in-observation',
      'node_modules/@opentelemetry/',
      'Everything else is named by its scenario, and knows nothing about spans.',
    ),
    onlyIn(
      'src/client',
      'openapi-fetch-only-in-client',
      'node_modules/openapi-fetch/',
      'It converts failures to types, but the verifier and the tests need the raw response.',
    ),
    {
      name: 'mock-core-needs-neither-node-nor-a-package',
      comment:
        'It runs in browsers too, and is published in a package for tests that installs nothing else. Indirect imports count too.',
      severity: 'error',
      from: { path: '^src/(handlers|injection|mock-core)/', pathNot: TEST },
      to: { path: ['node_modules/', '^src/(workspace|workspace-contract)/index[.]ts$'], reachable: true },
    },
    {
      name: 'mock-core-runs-in-a-browser',
      comment: 'Browsers have no node: modules.',
      severity: 'error',
      from: {
        path: '^src/(handlers|injection|mock-core|workspace-contract/portable|workspace/portable)/',
        pathNot: TEST,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'It is sent to browsers unbundled, so it cannot import Node modules, packages or other rooms.',
      severity: 'error',
      from: { path: '^src/mock/page/browser/', pathNot: TEST },
      to: {
        pathNot: '^(src/mock/page/browser|src/contract|generated)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-runs-in-a-browser',
      comment: 'The client and its contract run in browsers and edge runtimes, which have no node: modules.',
      severity: 'error',
      from: { path: '^src/(client|contract)/', pathNot: [TEST, '^src/client/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-brings-openapi-fetch-and-nothing-else',
      comment: 'Users of the client have to install everything it imports.',
      severity: 'error',
      from: { path: '^src/(client|contract)/', pathNot: [TEST, '^src/client/testing/'] },
      to: { path: 'node_modules/', pathNot: 'node_modules/openapi-fetch/' },
    },
    {
      name: 'what-is-published-needs-no-development-tool',
      comment: 'Development dependencies are not installed with the package.',
      severity: 'error',
      from: { path: '^(src|generated)/', pathNot: [TEST, TESTING] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-package-is-declared',
      comment: 'A package that is only installed as a dependency of another one disappears with it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-is-found',
      comment: 'The other rules cannot check an import that does not resolve.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Type imports count too, because they also make one room depend on another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // A project of its own, whose packages are not installed here.
    exclude: { path: '^examples/helpdesk/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
