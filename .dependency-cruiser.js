// Who may import whom: the table of the design, enforced. Run by `npm run check:code`.
// Each rule's comment says why; see them with `npx depcruise … --output-type err-long`.

const TEST = '[.]test[.]ts$';

/** A `testing.ts` or `testing/` beside the tests, which they share. */
const TESTING = '/testing([.]ts$|/)';

/** A room may import itself, the rooms that are named, and nothing else of this repository. */
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

/** A room's door; the contract has a second one, for its prose and schemas, which browsers and the client must not load. */
const DOOR = ['^src/[^/]+/index[.]ts$', '^src/contract/document/index[.]ts$'];

/** A room of the client may import itself, the rooms of the client that are named, and nothing else of the client. */
function clientRoom(name, mayImport, comment) {
  return {
    name: `client-${name}-imports-only-${mayImport.join('-and-') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: `^src/client/${name}/`, pathNot: TEST },
    to: { path: '^src/client/', pathNot: [name, ...mayImport].map((allowed) => `^src/client/${allowed}/`) },
  };
}

/** A room of the verifier may import itself, the rooms of the verifier that are named, and nothing else of the verifier. */
function verifierRoom(name, mayImport, comment) {
  return {
    name: `verifier-${name}-imports-only-${mayImport.join('-and-') || 'itself'}`,
    comment,
    severity: 'error',
    from: { path: `^src/verifier/${name}/` },
    to: { path: '^src/verifier/', pathNot: [name, ...mayImport].map((allowed) => `^src/verifier/${allowed}/`) },
  };
}

/** A package that one room hides from the others; the benchmarks measure peers, so that they may take any. */
function onlyIn(place, name, path, comment) {
  return { name, comment, severity: 'error', from: { pathNot: [`^${place}/`, '^bench/'] }, to: { path } };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // ---- the table -----------------------------------------------------------------------------------------------------
    room(
      'generated',
      [],
      'It is written from openapi.yaml alone: anything else it needed could differ from the contract.',
    ),
    room('src/contract', ['generated'], 'Everybody stands on it, so it stands on the contract and nothing else.'),
    room(
      'src/workspace',
      ['src/contract'],
      'What a workspace is must not depend on who serves, mocks or plans: the server and the verifier share it.',
    ),
    room(
      'src/plan',
      ['src/contract', 'src/workspace'],
      'A plan is a pure function of contract, target and fixtures; it knows neither who sends it nor who answers.',
    ),
    room(
      'src/client',
      ['src/contract', 'generated'],
      'It is published on its own: what it imports, every user of the client installs.',
    ),
    room(
      'src/explanation',
      ['src/contract'],
      'It tells in words what the contract says, to a terminal, a page or a site: it knows none of them.',
    ),
    room('src/html', [], 'How a page is written must not depend on what it says.'),
    room(
      'src/interchange',
      ['src/contract', 'src/explanation', 'src/plan'],
      'It writes the plan in the words of other tools; who runs what it wrote, and against whom, it can not know.',
    ),
    room(
      'src/mock',
      ['src/contract', 'src/error-responses', 'src/html', 'src/explanation', 'src/workspace', 'src/plan'],
      'Mock, verifier and server meet over HTTP only, so that each of them can be checked by another. What is no good HTTP it refuses by the code of all.',
    ),
    room(
      'src/verifier',
      ['src/contract', 'src/html', 'src/workspace', 'src/plan'],
      'It judges over HTTP, so that it judges our server as it judges anybody else’s. It never imports the server.',
    ),
    room(
      'src/error-responses',
      ['src/contract'],
      'How a failure leaves by HTTP, whatever raised it: the server, the mock and the plugins share it, and none knows another.',
    ),
    room(
      'src/plugins',
      ['src/contract', 'src/error-responses'],
      'It runs in the servers of others: it brings them the contract, and nothing of our own server.',
    ),
    room(
      'src/server',
      ['src/contract', 'src/error-responses', 'src/workspace'],
      'It must not know the plan by which it is judged, or it could answer to the test.',
    ),
    room(
      'src/cli',
      [
        'src/contract',
        'src/explanation',
        'src/workspace',
        'src/plan',
        'src/client',
        'src/mock',
        'src/verifier',
        'src/server',
      ],
      'It reads arguments, calls rooms and prints. What it needs of the contract, src/contract gives it.',
    ),
    room(
      'examples',
      ['src/plugins'],
      'They are applications of somebody else, who has what we publish for applications and nothing more.',
    ),
    room(
      'contract-tests',
      ['src', 'generated', 'examples'],
      'They test rooms as their users know them, not how they are checked in.',
    ),
    room('bench', ['src', 'generated', 'contract-tests/mutants'], 'It measures rooms as their users know them.'),
    room(
      'lint',
      ['src/contract', 'src/plan'],
      'It judges openapi.yaml, so it must not need what is generated from it later.',
    ),
    {
      name: 'scripts-imports-only-contract-and-plan',
      comment: 'A script works on the contract. Those that check what is generated may read it (the next rule).',
      severity: 'error',
      from: {
        path: '^scripts/',
        pathNot: ['^scripts/check-[^/]+[.]ts$', '^scripts/build-docs(/|[.]ts$)', '^scripts/interchange/', TEST],
      },
      to: { path: '^(src|generated|lint|contract-tests|bench)/', pathNot: '^src/(contract|plan)/' },
    },
    {
      name: 'check-scripts-import-only-contract-plan-and-generated',
      comment: 'A script that checks what is generated reads it, and nothing else more than any script.',
      severity: 'error',
      from: { path: ['^scripts/check-[^/]+[.]ts$', `^scripts/.*${TEST}`], pathNot: '^scripts/build-docs/' },
      to: { path: '^(src|generated|lint|contract-tests|bench)/', pathNot: '^(src/contract|src/plan|generated)/' },
    },
    {
      name: 'site-shows-contract-plan-explanation-and-mock',
      comment:
        'It shows what the contract says and what the mock answers; the verifier and the server have guides to tell of them.',
      severity: 'error',
      from: { path: '^scripts/build-docs(/|[.]ts$)' },
      to: {
        path: '^(src|generated|lint|contract-tests|bench)/',
        pathNot: '^src/(contract|explanation|html|mock|plan)/',
      },
    },
    {
      name: 'interchange-scripts-import-only-what-they-write-from',
      comment: 'They write the plan for the demo workspace, in the words of other tools.',
      severity: 'error',
      from: { path: '^scripts/interchange/', pathNot: TEST },
      to: {
        path: '^(src|generated|lint|contract-tests|bench)/',
        pathNot: '^src/(contract|interchange|plan|workspace)/',
      },
    },
    {
      name: 'generator-does-not-need-what-it-writes',
      comment:
        'Or it could not write it anew once it is broken or gone. It may not even reach it through another module.',
      severity: 'error',
      from: { path: '^scripts/generate(/|[.]ts$)', pathNot: TEST },
      to: { path: '^generated/', reachable: true },
    },

    {
      name: 'contract-alone-reads-generated',
      comment:
        'Everything else takes the contract from src/contract, so that it can one day be handed in. The client reads its own table, for its bytes.',
      severity: 'error',
      from: {
        pathNot: ['^src/(contract|client)/', '^generated/', '^scripts/', '^bench/client/', '^contract-tests/client/'],
      },
      to: {
        path: '^generated/',
        pathNot: ['^generated/(arazzo|catalogue|envelope[.]schema|postman-collection)[.]json$'],
      },
    },
    {
      name: 'client-reads-its-own-table-alone',
      comment: 'It is generated for the client: what else it needed would be downloaded by every user of it.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^generated/', pathNot: '^generated/(client-table|openapi-types)[.]ts$' },
    },

    // ---- the client's own rooms ----------------------------------------------------------------------------------------
    clientRoom('result', [], 'What a call ends with: everything else in the client gives it or takes it.'),
    clientRoom('read-answer', ['result'], 'Makes a result of a response, whoever sent the request and however often.'),
    clientRoom(
      'retry',
      ['result', 'read-answer'],
      'Decides by what a call came to, and by what is documented, whether and when to repeat it; sends nothing.',
    ),
    clientRoom('write-request', ['result'], 'Writes the parts of a request, and refuses what cannot be written.'),
    clientRoom(
      'call',
      ['result', 'read-answer', 'retry', 'write-request'],
      'Sends requests. It stands on the other rooms, and only what makes a client stands on it.',
    ),

    // ---- the verifier's own rooms --------------------------------------------------------------------------------------
    verifierRoom('judge', [], 'Judges an exchange, whoever sent it and however: it is to judge recorded traffic too.'),
    verifierRoom('senders', ['judge'], 'Sends requests and gives back exchanges; what they mean is for the judge.'),
    verifierRoom(
      'records',
      ['judge', 'senders'],
      'Creates, finds and deletes records; sends by what the senders give it.',
    ),
    verifierRoom(
      'probes',
      ['judge', 'senders', 'records'],
      'A probe is handed what it sends with, so that it needs neither a run nor a report.',
    ),
    verifierRoom(
      'run',
      ['judge', 'senders', 'records', 'probes'],
      'Sends the plan and runs the probes. How that is reported it does not know.',
    ),
    verifierRoom('report', ['judge', 'senders', 'probes', 'run'], 'Makes one report of what the parts of a run gave.'),
    verifierRoom('reporters', ['judge', 'report'], 'They render a report, and so need nothing but the report.'),

    {
      name: 'client-testing-comes-through-the-door',
      comment:
        'What the tests of the client share is a client as its users have it, and a server that knows no client.',
      severity: 'error',
      from: { path: '^src/client/testing/' },
      to: { path: '^(src|generated)/', pathNot: '^src/(client/testing/|client/index[.]ts$|contract/index[.]ts$)' },
    },

    // ---- doors ---------------------------------------------------------------------------------------------------------
    {
      name: 'room-has-one-door',
      comment: 'A room’s index.ts says what others may rely on; everything behind it may change without asking.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...DOOR] },
    },
    {
      name: 'room-has-one-door-for-those-outside',
      comment: 'Scripts, lint rules, contract tests and benchmarks come through the same door as the rooms do.',
      severity: 'error',
      from: { pathNot: '^src/' },
      // What the tests of a whole room share, its contract tests share too; what belongs to one part of it stays there.
      to: { path: '^src/[^/]+/', pathNot: [...DOOR, '^src/[^/]+/testing([.]ts$|/)'] },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one idea, or hide a third; and which of them loads first is luck.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'test-is-imported-by-nobody',
      comment: 'A test that something depends on can not be changed or deleted freely, and its cases run twice.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
    {
      name: 'testing-is-imported-by-tests-only',
      comment: 'What tests share needs their tools, and must not reach what is published.',
      severity: 'error',
      from: { pathNot: [TEST, TESTING, '^contract-tests/'] },
      to: { path: TESTING, pathNot: 'node_modules/' },
    },
    {
      name: 'contract-tests-are-imported-by-nobody',
      comment: 'They, and the mutants among them, must not reach what is published.',
      severity: 'error',
      from: { pathNot: ['^contract-tests/', '^bench/'] },
      to: { path: '^contract-tests/' },
    },
    {
      name: 'bench-takes-the-mutants-alone',
      comment: 'The peers are measured on the same mutants; the other contract tests are nothing to measure with.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^contract-tests/', pathNot: '^contract-tests/mutants/index[.]ts$' },
    },

    // ---- packages ------------------------------------------------------------------------------------------------------
    onlyIn(
      'src/verifier/senders',
      'dredd-only-in-senders',
      'node_modules/dredd/',
      'Dredd stands behind one sender, so that the day it no longer runs it can be taken out.',
    ),
    onlyIn(
      'src/verifier/reporters',
      'diff-only-in-reporters',
      'node_modules/diff/',
      'Only a reader wants to see in which words two texts differ; a finding has both texts as data.',
    ),
    onlyIn(
      '(src/mock|scripts/generate)',
      'prism-only-in-mock',
      'node_modules/@stoplight/',
      'Prism is how the mock answers, and the business of nobody else; the generator asks it what it answers.',
    ),
    onlyIn(
      '(src/server|src/plugins|examples/fastify)',
      'fastify-only-in-server-and-its-plugin',
      'node_modules/fastify/',
      'How our server speaks HTTP is its own affair; the plugin is for those who chose the same.',
    ),
    {
      name: 'plugins-load-no-framework',
      comment: 'The framework is the application’s own; a second copy of it would be another one, and one too many.',
      severity: 'error',
      from: { path: '^src/(plugins|error-responses)/', pathNot: TEST },
      to: { path: 'node_modules/', dependencyTypesNot: ['type-only'] },
    },
    onlyIn(
      'src/server/(store|testing)',
      'sqlite-only-in-store',
      '^(node:)?sqlite$',
      'The server knows one interface with two stores behind it; its tests look behind that.',
    ),
    onlyIn(
      'src/server/(store/postgres|testing)',
      'pg-only-in-its-store',
      'node_modules/pg/',
      'As above, for the other store.',
    ),
    onlyIn(
      'src/client',
      'openapi-fetch-only-in-client',
      'node_modules/openapi-fetch/',
      'It throws failures into types; the verifier and the tests must see the raw answer.',
    ),
    {
      name: 'mock-core-decides-alone',
      comment:
        'What answers a request will be decided in browsers too: it knows neither Node, nor Prism, nor how a request came.',
      severity: 'error',
      from: { path: '^src/mock/(core|injection)/', pathNot: TEST },
      to: { pathNot: '^src/(mock/(core|injection)/|mock/triggers[.]ts$|contract/index[.]ts$|workspace/index[.]ts$)' },
    },
    {
      name: 'page-runs-in-a-browser',
      comment:
        'It is sent to browsers as it stands: they have neither Node nor packages, and no other room of the house.',
      severity: 'error',
      from: { path: '^src/mock/page/browser/', pathNot: TEST },
      to: {
        pathNot: '^(src/mock/page/browser|src/contract|generated)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-runs-in-a-browser',
      comment:
        'The client is used in browsers and at the edge, where node: modules are not; so is the contract that it brings.',
      severity: 'error',
      from: { path: '^src/(client|contract)/', pathNot: [TEST, '^src/client/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-brings-openapi-fetch-and-nothing-else',
      comment: 'Whoever installs the client installs what it imports.',
      severity: 'error',
      from: { path: '^src/(client|contract)/', pathNot: [TEST, '^src/client/testing/'] },
      to: { path: 'node_modules/', pathNot: 'node_modules/openapi-fetch/' },
    },
    {
      name: 'what-is-published-needs-no-development-tool',
      comment: 'Development dependencies are not there where the package is installed.',
      severity: 'error',
      from: { path: '^(src|generated)/', pathNot: [TEST, TESTING] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-package-is-declared',
      comment: 'A package that only happens to be there, because another brought it, is gone when that one is.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that is not found is one that no other rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Imports of types count too: they are what one room has to know of another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
