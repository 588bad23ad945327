import { text } from 'node:stream/consumers';

import type { ReadEnvelope, ScenarioName } from '../../../contract/index.ts';
import { contract, isPair, isScenarioName } from '../../../contract/index.ts';
import { explanationOf, readPasted, scenariosLike } from '../../../explanation/index.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { wantsColour } from '../../terminal/text.ts';
import { exampleText } from './example-text.ts';
import { explanationText } from './explanation-text.ts';

export const explain: Command = {
  options: {},
  help: `Usage: npm run explain -- [SCENARIO | CODE | STATUS]

Explains a failure: what happened, how to fix it, which operations return it, whether to retry, and how to trigger it on
the mock.

  npm run explain -- expiredApiKey     one scenario, with its response, a curl command and a call with the typed client
  npm run explain -- ${contract.scenarios.entityNotFound.code}         every scenario with this code
  npm run explain -- 401               every scenario with this status
  curl -i … | npm run explain          the error in a response, with or without headers
  npm run explain                      the error in a response that you paste; press Ctrl-D at the end

Exit codes: 0 success, 2 the contract has no such failure.
`,
  async run(words) {
    const [word, ...more] = words;
    if (more.length > 0) throw new UsageError('explain takes only one scenario, code or status');
    if (word === undefined && process.stdin.isTTY) console.error('Paste a response, then press Ctrl-D:');
    const found = word === undefined ? ofAnswer(await text(process.stdin)) : ofWord(word);
    const paint = wantsColour(process.stdout);
    await print(found.map((name) => explanationText(explanationOf(name), paint)).join('\n'));
    // Several scenarios are a list to choose from; running the command for one of them prints its examples.
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) await print(exampleText(only, paint));
    return exitCodes.fine;
  },
};

function ofWord(word: string): readonly ScenarioName[] {
  if (isScenarioName(word)) return [word];
  const found = contract.scenarioNames.filter((name) => {
    const { status, code } = contract.scenarios[name];
    return code === word.toUpperCase() || String(status) === word || name.toLowerCase() === word.toLowerCase();
  });
  if (found.length > 0) return found;
  throw new UsageError(
    `"${word}" is not a scenario, code or status of the contract; the scenarios are ${contract.scenarioNames.join(', ')}`,
  );
}

function ofAnswer(pasted: string): readonly ScenarioName[] {
  const answer = readPasted(pasted);
  if (answer === undefined) {
    throw new UsageError(
      'standard input contains no error envelope; paste the body of a response, with or without its headers',
    );
  }
  const { status, errors } = answer;
  const [{ code }] = errors;
  if (status !== undefined && !isPair(status, code)) {
    throw new UsageError(`the contract does not pair status ${status} with code ${JSON.stringify(code)}`);
  }
  return [...new Set(errors.flatMap(ofError))];
}

function ofError(error: ReadEnvelope): readonly ScenarioName[] {
  const found = scenariosLike(error);
  if (found.length > 0) return found;
  throw new UsageError(
    `no scenario of the contract has the code ${JSON.stringify(error.code)} and the message ${JSON.stringify(error.message)}`,
  );
}
