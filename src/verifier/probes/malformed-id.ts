import type { ScenarioName } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';

/**
 * The responses that an id may get whose form no id of the target has, by the status that the target file declares. The response
 * that the contract requires is always right.
 */
export const malformedIdAnswers = {
  400: ['badRequest', 'recordNotFound'],
  404: ['recordNotFound'],
  422: ['validationError', 'recordNotFound'],
} as const satisfies Record<Target['malformedId'], readonly [ScenarioName, ...ScenarioName[]]>;
