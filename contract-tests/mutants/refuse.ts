import type { ScenarioFailure } from '../../src/contract/index.ts';
import { toEnvelope } from '../../src/contract/index.ts';
import type { BentResponse } from './bending.ts';

/** Returns the response that the contract defines for a failure. */
export function refuse(failure: ScenarioFailure): BentResponse {
  const challenge = failure.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return {
    status: failure.status,
    headers: { 'content-type': 'application/json', 'x-request-id': 'bent', ...challenge },
    body: JSON.stringify(toEnvelope(failure)),
  };
}
