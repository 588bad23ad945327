import type { ScenarioName } from '../../generated/catalogue.ts';
import type { OperationKey } from './contract.ts';
import { contract } from './contract.ts';
import type { ReadEnvelope } from './envelope.ts';
import { hasMessageOf } from './has-message-of.ts';
import { documentedScenarios } from './lookup.ts';

/** Which documented failure a response is. */
export interface Recognized {
  /** The failure; the likeliest one if the message is that of none. `undefined` if the operation documents none like it. */
  readonly scenario?: ScenarioName;
  /** Failures with the same status and code, if the message is that of none of them. */
  readonly alike: readonly ScenarioName[];
}

/** Finds the failure that a response is, by its status and code, and by its message if several share these. */
export function recognizeFailure(operation: OperationKey, status: number, { code, message }: ReadEnvelope): Recognized {
  const documented = documentedScenarios(operation).filter((name) => contract.scenarios[name].code === code);
  const fitting = documented.filter((name) => contract.scenarios[name].status === status);
  const candidates = fitting.length > 0 ? fitting : documented;
  const named = candidates.find((name) => hasMessageOf(name, message));
  if (named !== undefined) return { scenario: named, alike: [] };
  const free = candidates.find((name) => contract.scenarios[name].template === null);
  if (free !== undefined) return { scenario: free, alike: [] };
  const [first] = candidates;
  return first === undefined ? { alike: [] } : { scenario: first, alike: candidates };
}
