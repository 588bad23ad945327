import { readFile } from 'node:fs/promises';

import type { FailureCoverage } from '../../../coverage/index.ts';
import { CoverageError, coverageLine, mergeCoverage, readCoverage, unjudgedLines } from '../../../coverage/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes, Refusal } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { coverageOptions, readCoveragePlaces } from '../../coverage/coverage-options.ts';
import { prepareCoverage, writeCoverage } from '../../coverage/write-coverage.ts';
import { complain } from '../../output/complain.ts';
import { print } from '../../output/print.ts';
import { requireSeparate } from '../../output/separate-files.ts';

export const coverage: Command = {
  options: coverageOptions,
  help: `Usage: npm run coverage -- FILE… [options]

Adds up the failure coverage of several runs, as --coverage FILE of verify, judge and proxy and the matchers for tests write it,
and says which documented failures were never judged.

${optionsHelp({ Options: coverageOptions })}
Example:
  npm run coverage -- verify.json tests.json --coverage failure-coverage.json --coverage-floor floor.json

Exit codes: 0 success, 1 below the floor, 2 the command line is invalid, or a file is not failure coverage of this contract.
`,
  async run(words) {
    const { options, words: files, nameOf } = readCall(words, coverageOptions, ['FILE…']);
    const named = readCoveragePlaces(options, nameOf);
    requireSeparate([named.file, named.floor, named.badge]);
    // The sum can replace one of the files that it was made of.
    requireSeparate([named.floor, named.badge], files);
    const places = await prepareCoverage(named);
    const all = mergeCoverage(await Promise.all(files.map(coverageIn)));
    const { lines, isKept, problems } = await writeCoverage(all, places);
    const unjudged = unjudgedLines(all);
    await print(
      [
        coverageLine(all),
        ...(unjudged.length === 0 ? [] : ['Not judged:', ...unjudged.map((line) => `  ${line}`)]),
        ...lines,
        '',
      ].join('\n'),
    );
    for (const problem of problems) complain(problem);
    if (!isKept) return exitCodes.broken;
    return problems.length === 0 ? exitCodes.fine : exitCodes.unusable;
  },
};

async function coverageIn(file: string): Promise<FailureCoverage> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`cannot read ${file} (${error.message}); pass a file that --coverage wrote`);
  });
  try {
    return readCoverage(text);
  } catch (error) {
    throw error instanceof CoverageError ? new Refusal(`${file}: ${error.message}`) : error;
  }
}
