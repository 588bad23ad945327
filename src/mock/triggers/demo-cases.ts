import type { PlannedCase } from '../../plan/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../../plan/index.ts';
import { mockTarget } from './mock-target.ts';

/** Empty, because the mock stores nothing: values need not differ between runs. */
const RUN = '';

/**
 * Returns every case of the plan that verifies the mock: a request for each way to succeed or fail, and the expected response.
 * @param baseUrl everything before `/{orgSlug}`
 */
export function demoCases(baseUrl: string): readonly PlannedCase[] {
  const target = parseTarget(mockTarget(baseUrl), {});
  return plan(target, fixturesOfStateless(target, RUN)).cases;
}
