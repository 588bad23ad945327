import type { ScenarioName } from '../../../generated/client-table.ts';
import { scenarios } from '../../../generated/client-table.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import { isDetails, isObject } from '../../contract/index.ts';
import type { ReadError } from '../result/api-error.ts';
import type { Why } from '../result/unexpected-response.ts';
import { tellScenario } from './tell-scenario.ts';

/**
 * Reads an error object that has to be one of some scenarios, or tells why it is none. Members that the contract does not know
 * are no reason, nor are details where the code has none: both are left out.
 */
export function readErrorObject(error: unknown, documented: readonly ScenarioName[]): ReadError | Why {
  if (!isObject(error) || typeof error.code !== 'string' || typeof error.message !== 'string') return 'wrong-shape';
  const { message } = error;
  const candidates = documented.filter((name) => scenarios[name].code === error.code);
  const [first] = candidates;
  if (first === undefined) return 'undocumented';
  const { status, code } = scenarios[first];
  let details: readonly ErrorDetail[] | undefined;
  if ('details' in scenarios[first]) {
    if (!isDetails(error.details) || error.details.length === 0) return 'wrong-shape';
    details = error.details;
  }
  return { status, code, message, details, scenario: tellScenario(candidates, message) };
}
