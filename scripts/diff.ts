import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import type { Change } from './diff/change.ts';
import { impacts } from './diff/change.ts';
import { errorContract } from './diff/error-contract.ts';
import { newestRelease } from './diff/newest-release.ts';
import { NoBaseError, readBase } from './diff/read-base.ts';
import { redoclyChanges } from './diff/redocly-changes.ts';
import { isRaisedEnough, requiredVersion } from './diff/required-version.ts';
import { rules } from './diff/rules/index.ts';
import { readContract } from './generate/contract-document.ts';

const HELP = `Usage: npm run diff -- [BASE [REVISION]]

Rates every change of the contract since BASE, by Redocly's rules and by our own for errors (docs/evolution.md), and tells whether
info.version was raised to match.

  BASE       a file, or a revision of git: main, v0.1.0, HEAD~3 (default: the newest of docs/releases/)
  REVISION   the file to compare with it (default openapi.yaml)

Exit codes: 0 raised enough, or nothing changed; 1 not raised enough; 2 called wrongly.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const words = readArguments();
  if (words?.values.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  const [base = newestRelease(), revision = 'openapi.yaml', ...more] = words?.positionals ?? [];
  if (words === undefined || more.length > 0) {
    console.error(HELP);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'diff-'));
  try {
    const baseFile = join(folder, 'base.yaml');
    await writeFile(baseFile, await readBase(base));
    return await compare(baseFile, resolve(revision), folder);
  } catch (error) {
    if (!(error instanceof NoBaseError)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  } catch {
    return undefined;
  }
}

async function compare(baseFile: string, revisionFile: string, folder: string): Promise<number> {
  const [before, after] = await Promise.all([baseFile, revisionFile].map((file) => readContract(pathToFileURL(file))));
  if (before === undefined || after === undefined) throw new Error('Two contracts make a comparison');
  const [promised, now] = [errorContract(before), errorContract(after)];
  const ours = Object.entries(rules).flatMap(([rule, find]) =>
    find(promised, now).map((found) => ({ rule, ...found })),
  );
  const changes: readonly Change[] = [...ours, ...(await redoclyChanges(baseFile, revisionFile, folder))];
  for (const impact of impacts.toReversed()) {
    for (const { rule, message } of changes.filter((each) => each.impact === impact)) {
      console.log(`${impact.padEnd(6)}${rule}: ${message}`);
    }
  }
  const [impact] = impacts.toReversed().filter((each) => changes.some((change) => change.impact === each));
  return judge(before.info.version, after.info.version, impact);
}

function judge(before: string, after: string, impact: Change['impact'] | undefined): number {
  if (impact === undefined) {
    console.log('Nothing changed.');
    return 0;
  }
  const required = requiredVersion(before, impact);
  if (isRaisedEnough(before, after, impact)) {
    console.log(`\nThe greatest change is ${impact}; info.version went from ${before} to ${after}, which is enough.`);
    return 0;
  }
  console.error(
    `\nThe greatest change is ${impact}, and info.version is ${after}: raise it from ${before} to ${required} or more, and say in CHANGELOG.md what changed.`,
  );
  return 1;
}
