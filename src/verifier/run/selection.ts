import { contract, isOperationId, isScenarioName } from '../../contract/index.ts';
import type { CaseName } from '../../plan/index.ts';
import { isCheckName } from '../../judge/index.ts';
import { isProbeName } from '../probes/index.ts';

/** Which parts of a run to include: names of operations, scenarios, `operation.scenario`, checks and probes. */
export interface Selection {
  /** Includes only these. If empty, includes everything. */
  readonly only: readonly string[];
  /** Excludes these. */
  readonly skip: readonly string[];
}

/** Thrown for an unknown name in a selection. The message contains the name. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
}

export const everything: Selection = { only: [], skip: [] };

/**
 * Rejects a selection with an unknown name, because a run that selects nothing would pass.
 * @throws {SelectionError}
 */
export function checkSelection({ only, skip }: Selection): void {
  for (const name of [...only, ...skip]) {
    if (isCellName(name) || isCheckName(name) || isProbeName(name)) continue;
    throw new SelectionError(`"${name}" is not an operation, scenario, operation.scenario, check or probe`);
  }
}

/** Whether a case is selected. No case is selected if `only` lists probes but no operations or scenarios. */
export function selectsCase({ only, skip }: Selection, { operationId, scenario }: CaseName): boolean {
  const names = [operationId, scenario, `${operationId}.${scenario}`];
  const cells = only.filter(isCellName);
  const isIncluded = cells.length > 0 ? cells.some((name) => names.includes(name)) : !only.some(isProbeName);
  return isIncluded && !skip.some((name) => names.includes(name));
}

/** Whether a check is selected. `answer` (no response) and `dredd` (only Dredd rejects the response) always are. */
export function selectsCheck({ only, skip }: Selection, check: string): boolean {
  if (!isCheckName(check)) return true;
  const checks: readonly string[] = only.filter(isCheckName);
  return (checks.length === 0 || checks.includes(check)) && !skip.includes(check);
}

/** Whether a probe is selected. No probe is selected if `only` lists only operations, scenarios or checks. */
export function selectsProbe({ only, skip }: Selection, probe: string): boolean {
  return (only.length === 0 || only.includes(probe)) && !skip.includes(probe);
}

function isCellName(name: string): boolean {
  const [first = '', second, ...others] = name.split('.');
  if (others.length > 0) return false;
  if (second !== undefined) return isPlace(first) && isScenario(second);
  return isPlace(first) || isScenario(first);
}

function isPlace(name: string): boolean {
  return isOperationId(name) || contract.operationKeys.some((place) => place === name);
}

function isScenario(name: string): boolean {
  return isScenarioName(name) || name === 'success';
}
