import type { OperationId } from '../contract/index.ts';
import { ScenarioFailure } from '../contract/index.ts';
import type { Definition } from '../workspace/portable/index.ts';
import type { MockRequest } from './mock-request.ts';
import { findRoute } from './route.ts';

/** Returns the operation of a request; `undefined` if its method and path belong to none. */
export function operationOf(request: MockRequest, definition: Definition): OperationId | undefined {
  try {
    return findRoute(request, definition).operationId;
  } catch (error) {
    if (error instanceof ScenarioFailure) return undefined;
    throw error;
  }
}
