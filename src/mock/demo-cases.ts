import type { PlannedCase } from '../plan/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../plan/index.ts';
import { mockTarget } from './mock-target.ts';

/** Nothing is stored on the mock, so that one run need not differ from another. */
const RUN = '';

/**
 * Every case of the plan that verifies the mock: a request for each way to succeed and to fail, and what answers it there.
 * @param baseUrl everything before `/{orgSlug}`
 */
export function demoCases(baseUrl: string): readonly PlannedCase[] {
  const target = parseTarget(mockTarget(baseUrl), {});
  return plan(target, fixturesOfStateless(target, RUN)).cases;
}
