import type { ScenarioName } from '../../../contract/index.ts';
import { explanationOf } from '../../../explanation/index.ts';
import { defaultUrl, demoCases } from '../../../mock/index.ts';
import { clientCallOf, curlLinesOf, exampleOf } from '../../../plan/index.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { bold } from '../../terminal/text.ts';

/** A request that raises a scenario on the mock, the answer as the contract shows it, and the same by the typed client. */
export function exampleText(scenario: ScenarioName, colour: boolean): string {
  const example = exampleOf(scenario, demoCases(defaultUrl));
  const call = example && clientCallOf(defaultUrl, example);
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['The answer, for example:', JSON.stringify(explanationOf(scenario).body, null, 2)],
    [asCalled('Raise it on the mock (npm run mock):'), example && curlLinesOf(defaultUrl, example.request)],
    ['The same by the typed client:', call?.program.trimEnd()],
  ];
  return parts
    .flatMap(([title, text]) => (text === undefined ? [] : [`\n${bold(title, colour)}\n\n${indented(text)}\n`]))
    .join('');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
