import type { ScenarioName } from '../../../generated/client-table.ts';
import { codeIn, detailsIn, messageIn, readDetails, scenarios } from '../../../generated/client-table.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import type { ReadError } from '../result/api-error.ts';
import { isDetails } from '../result/is-details.ts';
import type { Why } from '../result/unexpected-response.ts';
import { tellScenario } from './tell-scenario.ts';

/**
 * Reads an error object of one of the documented scenarios, or returns why it is not one. Ignores members that the contract
 * does not define, and details where the code has none.
 */
export function readErrorObject(error: unknown, documented: readonly ScenarioName[]): ReadError | Why {
  if (!isObject(error)) return 'wrong-shape';
  const message = messageIn(error);
  const sentCode = codeIn(error);
  if (typeof sentCode !== 'string' || typeof message !== 'string') return 'wrong-shape';
  const candidates = documented.filter((name) => scenarios[name].code === sentCode);
  const [first] = candidates;
  if (first === undefined) return 'undocumented';
  const { status, code } = scenarios[first];
  let details: readonly ErrorDetail[] | undefined;
  if ('details' in scenarios[first]) {
    const read = readDetails(detailsIn(error));
    if (!isDetails(read) || read.length === 0) return 'wrong-shape';
    details = read;
  }
  return { status, code, message, details, ...tellScenario(candidates, message) };
}
