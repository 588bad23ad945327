import { contract, isOperationId, isScenarioName } from '../../contract/index.ts';
import type { CaseName } from '../../plan/index.ts';
import { isCheckName } from '../judge/checks/index.ts';
import { isProbeName } from '../probes/index.ts';

/** Which parts of a run are wanted: names of operations, scenarios, `operation.scenario`, checks and probes. */
export interface Selection {
  /** Nothing but these, when there are any. */
  readonly only: readonly string[];
  /** Everything but these. */
  readonly skip: readonly string[];
}

/** A name that selects nothing; the message says which. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
}

export const everything: Selection = { only: [], skip: [] };

/**
 * Refuses a selection that names what there is not: a run of nothing would pass.
 * @throws {SelectionError}
 */
export function checkSelection({ only, skip }: Selection): void {
  for (const name of [...only, ...skip]) {
    if (isCellName(name) || isCheckName(name) || isProbeName(name)) continue;
    throw new SelectionError(`"${name}" is no operation, scenario, operation.scenario, check or probe`);
  }
}

/** Whether a case is wanted. Who asks for probes alone wants no case. */
export function selectsCase({ only, skip }: Selection, { operationId, scenario }: CaseName): boolean {
  const names = [operationId, scenario, `${operationId}.${scenario}`];
  const cells = only.filter(isCellName);
  const wanted = cells.length > 0 ? cells.some((name) => names.includes(name)) : !only.some(isProbeName);
  return wanted && !skip.some((name) => names.includes(name));
}

/** Whether a check is wanted. That an answer came at all, and what Dredd says of it, is wanted always. */
export function selectsCheck({ only, skip }: Selection, check: string): boolean {
  if (!isCheckName(check)) return true;
  const checks: readonly string[] = only.filter(isCheckName);
  return (checks.length === 0 || checks.includes(check)) && !skip.includes(check);
}

/** Whether a probe is wanted. Who asks for cells or checks alone wants no probe. */
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
