import { expect } from '@jest/globals';

import type { ScenarioFailure } from '../../src/contract/index.ts';
import { contract, fail, toEnvelope } from '../../src/contract/index.ts';

/** Returns the expected response to a failure, without headers. */
export function refusal(failure: ScenarioFailure): { readonly status: number; readonly body: unknown } {
  return { status: failure.status, body: toEnvelope(failure) };
}

/** Returns the expected response to a bad request whose message contains the given words. */
export function badRequest(words: string): { readonly status: number; readonly body: unknown } {
  const { status, code } = fail('badRequest', { message: words });
  return { status, body: { error: { code, message: expect.stringContaining(words) } } };
}

/** The expected response to a path that belongs to no operation. */
export const routeNotFound = refusal(fail('routeNotFound', { message: contract.scenarios.routeNotFound.example }));
