import type { ScenarioName } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';

/**
 * The scenarios allowed for an id in a form that no id of the target has, by the status that the target file declares. The one
 * that the contract requires is always allowed.
 */
export const malformedIdAnswers = {
  400: ['badRequest', 'recordNotFound'],
  404: ['recordNotFound'],
  422: ['validationError', 'recordNotFound'],
} as const satisfies Record<Target['malformedId'], readonly [ScenarioName, ...ScenarioName[]]>;
