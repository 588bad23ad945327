import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { Change, Impact } from './change.ts';
import { impacts } from './change.ts';
import { definitionChanges, isDefinitionFile } from './definition-changes.ts';
import { newestRelease } from './newest-release.ts';
import { NoContractError } from './no-contract-error.ts';
import { readBase } from './read-base.ts';
import type { ComparedContract } from './read-contract.ts';
import { readCompared } from './read-contract.ts';
import { redoclyChanges } from './redocly-changes.ts';
import { isRaisedEnough, requiredVersion } from './required-version.ts';
import { rules } from './rules/index.ts';

const HELP = `Usage: npm run diff -- [BASE [REVISION]]

Rates every change of the contract since BASE with Redocly's rules and with our own rules for errors (docs/evolution.md), and
checks that info.version was raised to match. If REVISION is a workspace definition, rates every difference between two
definitions, except those of API keys and initial records.

  BASE       a file or a Git revision: main, v0.1.0, HEAD~3 (default: the newest release in docs/releases/)
  REVISION   the file to compare with BASE (default: openapi.yaml)

Exit codes: 0 if info.version was raised enough or nothing changed, 1 if it was not, 2 if the arguments are invalid,
or BASE or REVISION is not a contract. For definitions: 0 if existing clients keep working, 1 if a change is major.
`;

/** Where the command writes. */
type Output = Pick<Console, 'log' | 'error'>;

/** Runs the command with arguments. Returns its exit code. */
export async function runDiff(args: readonly string[], output: Output): Promise<number> {
  const words = readArguments(args);
  if (words?.values.help === true) {
    output.log(HELP.trimEnd());
    return 0;
  }
  const [base = newestRelease(), revision = 'openapi.yaml', ...more] = words?.positionals ?? [];
  if (words === undefined || more.length > 0) {
    output.error(HELP);
    return 2;
  }
  try {
    return (await isDefinitionFile(revision))
      ? judgeDefinitions(await definitionChanges(base, revision), output)
      : await compareContracts(base, revision, output);
  } catch (error) {
    if (!(error instanceof NoContractError)) throw error;
    output.error(error.message);
    return 2;
  }
}

async function compareContracts(base: string, revision: string, output: Output): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'diff-'));
  try {
    const baseFile = join(folder, 'base.yaml');
    await writeFile(baseFile, await readBase(base));
    const before = await readCompared(baseFile, base);
    return await compare(before, await readCompared(resolve(revision), revision), folder, output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { help: { type: 'boolean' } } });
  } catch {
    return undefined;
  }
}

async function compare(
  before: ComparedContract,
  after: ComparedContract,
  folder: string,
  output: Output,
): Promise<number> {
  const ours = Object.entries(rules).flatMap(([rule, find]) =>
    find(before.errors, after.errors).map((found) => ({ rule, ...found })),
  );
  const changes: readonly Change[] = [...ours, ...(await redoclyChanges(before.file, after.file, folder))];
  return judge(before.version, after.version, list(changes, output), output);
}

/** Lists the changes, those with the largest impact first, and returns the largest impact. */
function list(changes: readonly Change[], output: Output): Impact | undefined {
  for (const impact of impacts.toReversed()) {
    for (const { rule, message } of changes.filter((each) => each.impact === impact)) {
      output.log(`${impact.padEnd(6)}${rule}: ${message}`);
    }
  }
  if (changes.length === 0) output.log('Nothing changed.');
  return impacts.toReversed().find((impact) => changes.some((change) => change.impact === impact));
}

/** A definition has no version. */
function judgeDefinitions(changes: readonly Change[], output: Output): number {
  const impact = list(changes, output);
  if (impact === 'major') output.error('\nThe largest change is major: existing clients can break.');
  else if (impact !== undefined) output.log(`\nThe largest change is ${impact}: existing clients keep working.`);
  return impact === 'major' ? 1 : 0;
}

function judge(before: string, after: string, impact: Impact | undefined, output: Output): number {
  if (impact === undefined) return 0;
  const required = requiredVersion(before, impact);
  if (isRaisedEnough(before, after, impact)) {
    output.log(
      `\nThe largest change is ${impact}. info.version was raised from ${before} to ${after}, which is enough.`,
    );
    return 0;
  }
  output.error(
    `\nThe largest change is ${impact}, but info.version is ${after}. Raise it from ${before} to ${required} or higher, and describe the change in CHANGELOG.md.`,
  );
  return 1;
}
