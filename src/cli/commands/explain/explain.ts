import { text } from 'node:stream/consumers';

import type { ReadEnvelope, ScenarioName } from '../../../contract/index.ts';
import { contract, isPair, isScenarioName } from '../../../contract/index.ts';
import { explanationOf, readPasted, scenariosLike } from '../../../explanation/index.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { wantsColour } from '../../terminal/text.ts';
import { exampleText } from './example-text.ts';
import { explanationText } from './explanation-text.ts';

export const explain: Command = {
  help: `Usage: npm run explain -- [SCENARIO | CODE | STATUS]

Explains a failure: what happened, how to mend it, who can raise it, whether it may be retried, and how to raise it on the mock.

  npm run explain -- expiredApiKey     a scenario by its name, with a request, its answer and the call of the typed client
  npm run explain -- ${contract.scenarios.entityNotFound.code}         every scenario of a code
  npm run explain -- 401               every scenario of a status
  curl -i … | npm run explain          the error of an answer, headers and all; one that was copied is pasted and ended by Ctrl-D

Ends with 2 where the contract knows no such failure.
`,
  async run(words) {
    const [word, ...more] = words;
    if (more.length > 0) throw new UsageError('explain takes one scenario, code or status');
    if (word === undefined && process.stdin.isTTY) console.error('Paste an answer, and end it with Ctrl-D:');
    const found = word === undefined ? ofAnswer(await text(process.stdin)) : ofWord(word);
    const paint = wantsColour(process.stdout);
    process.stdout.write(found.map((name) => explanationText(explanationOf(name), paint)).join('\n'));
    // Several are read to find the one that was meant; its request can be asked for then.
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) process.stdout.write(exampleText(only, paint));
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
  throw new UsageError(`the contract has no failure "${word}"; it has ${contract.scenarioNames.join(', ')}`);
}

function ofAnswer(pasted: string): readonly ScenarioName[] {
  const answer = readPasted(pasted);
  if (answer === undefined) {
    throw new UsageError(
      'there is no error envelope in what came on standard input; paste the body of an answer, or all of it with its headers',
    );
  }
  const { status, errors } = answer;
  const [{ code }] = errors;
  if (status !== undefined && !isPair(status, code)) {
    throw new UsageError(`${status} with the code ${JSON.stringify(code)} is none of the contract's pairs`);
  }
  return [...new Set(errors.flatMap(ofError))];
}

function ofError(error: ReadEnvelope): readonly ScenarioName[] {
  const found = scenariosLike(error);
  if (found.length > 0) return found;
  throw new UsageError(
    `no failure of the contract has the code ${JSON.stringify(error.code)} and the message ${JSON.stringify(error.message)}`,
  );
}
