import type { ScenarioName } from '../../../generated/client-table.ts';
import { codeMember, detailsMember, messageMember, readDetails, scenarios } from '../../../generated/client-table.ts';
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
  const message = error[messageMember];
  const sentCode = error[codeMember];
  if (typeof sentCode !== 'string' || typeof message !== 'string') return 'wrong-shape';
  const candidates = documented.filter((name) => scenarios[name].code === sentCode);
  if (!candidates[0]) return 'undocumented';
  const row = scenarios[candidates[0]];
  const { status, code } = row;
  let details: readonly ErrorDetail[] | undefined;
  if ('details' in row) {
    const read = readDetails(error[detailsMember]);
    if (!isDetails(read) || !read[0]) return 'wrong-shape';
    details = read;
  }
  return { status, code, message, details, ...tellScenario(candidates, message) };
}
