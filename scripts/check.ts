import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import type { Step, StepResult } from './check/run-steps.ts';
import { runSteps } from './check/run-steps.ts';
import './report-output-errors.ts';

/** Each needs at most one core, so they run in parallel. */
const STATIC = [
  'check:code',
  'typecheck',
  'check:format',
  'build',
  'check:bytes',
  'check:generated',
  'lint',
  'docs',
  'check:version',
];

/** Each uses every core, so they run one after another. The last one tests what `build` wrote. */
const TESTS = ['test', 'test:browser', 'test:postgres', 'test:packages'];

const ALL = [...STATIC, ...TESTS];

const HELP = `Usage: npm run check [-- STEP…]

Runs every check that CI runs: first the static ones in parallel, then the tests. A failure does not stop the others: all
failures are shown, and listed again at the end.

Steps: ${ALL.join(', ')}
Runs all steps by default, or only those given.

Exit codes: 0 if all checks passed, 1 if one failed, 2 if a step does not exist.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !ALL.includes(name));

if (values.help) {
  process.stdout.write(HELP);
} else if (unknown.length > 0) {
  console.error(
    `Unknown step: ${unknown.map((name) => `"${name}"`).join(', ')}. Run \`npm run check -- --help\` for the list.`,
  );
  process.exitCode = 2;
} else {
  const chosen = (names: readonly string[]): readonly Step[] =>
    names.filter((name) => positionals.length === 0 || positionals.includes(name)).map(npmRun);
  const results = [
    ...(await runSteps(chosen(STATIC), availableParallelism(), print)),
    ...(await runSteps(chosen(TESTS), 1, print)),
  ];
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  if (failed.length === 0) {
    console.log(`All ${results.length} checks passed.`);
  } else {
    console.log(`\n${failed.length} of ${results.length} checks failed. To run one again:`);
    for (const name of failed) console.log(`  npm run ${name}`);
    process.exitCode = 1;
  }
}

function npmRun(name: string): Step {
  // npm sets npm_execpath. Running it with Node needs no shell, even on Windows.
  const npm = process.env.npm_execpath;
  const args = ['run', '--silent', name];
  return npm === undefined ? { name, command: 'npm', args } : { name, command: process.execPath, args: [npm, ...args] };
}

function print({ name, passed, output, seconds }: StepResult): void {
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds.toFixed(0)} s)`);
  if (!passed) console.log(`${output.replace(/^(?=.)/gm, '    ').trimEnd()}\n`);
}
