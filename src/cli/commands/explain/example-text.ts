import type { ScenarioName } from '../../../contract/index.ts';
import { explanationOf } from '../../../explanation/index.ts';
import { defaultUrl, demoCases } from '../../../mock/triggers/index.ts';
import { clientCallOf, curlLinesOf, exampleOf } from '../../../plan/index.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { bold } from '../../terminal/text.ts';

/** Returns the example response of a scenario, and how to trigger it on the mock with curl and with the typed client. */
export function exampleText(scenario: ScenarioName, colour: boolean): string {
  const example = exampleOf(scenario, demoCases(defaultUrl));
  const call = example && clientCallOf(defaultUrl, example);
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Example response:', JSON.stringify(explanationOf(scenario).body, null, 2)],
    [asCalled('Trigger it on the mock (npm run mock):'), example && curlLinesOf(defaultUrl, example.request)],
    ['The same call with the typed client:', call?.program.trimEnd()],
  ];
  return parts
    .flatMap(([title, text]) => (text === undefined ? [] : [`\n${bold(title, colour)}\n\n${indented(text)}\n`]))
    .join('');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
