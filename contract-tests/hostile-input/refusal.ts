import { expect } from '@jest/globals';

import type { ScenarioFailure } from '../../src/contract/index.ts';
import { contract, fail, toEnvelope } from '../../src/contract/index.ts';

/** What an answer to a failure has: all of it, but headers. */
export function refusal(failure: ScenarioFailure): { readonly status: number; readonly body: unknown } {
  return { status: failure.status, body: toEnvelope(failure) };
}

/** The same of a bad request, whose message has these words in it. */
export function badRequest(words: string): { readonly status: number; readonly body: unknown } {
  const { status, code } = fail('badRequest', { message: words });
  return { status, body: { error: { code, message: expect.stringContaining(words) } } };
}

/** The refusal of a path that is no operation. */
export const routeNotFound = refusal(fail('routeNotFound', { message: contract.scenarios.routeNotFound.example }));
