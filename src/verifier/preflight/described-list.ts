import type { ScenarioName } from '../../contract/index.ts';
import { scenarioOf } from '../../contract/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { described, errorIn } from './describe.ts';

/** Describes a list and its outcome in one line, without headers, and names the failure of the contract that it is, if any. */
export function describedList(exchange: Exchange): {
  readonly said: string;
  readonly scenario: ScenarioName | undefined;
} {
  const error = 'response' in exchange ? errorIn(exchange.response) : undefined;
  return { said: described(exchange), scenario: scenarioOf('listRecords', error?.code, error?.message) };
}
