import type { Plan, Target } from '../../plan/index.ts';
import { noFixtures, plan } from '../../plan/index.ts';
import { nameOf } from '../../judge/index.ts';
import { constraintPlan } from '../../workspace-plan/index.ts';
import type { CreateTools } from '../records/arrange.ts';
import { arrange } from '../records/arrange.ts';
import { arrangeConstraints } from '../records/arrange-constraints.ts';

/** Where the cases of a part of a run come from. */
export interface PlanSource {
  /** Creates the records that the cases need, and plans them. */
  readonly prepare: (tools: CreateTools) => Promise<Plan>;
  /** Returns the plan of a run that was stopped before it could create records: nothing in it can be provoked. */
  readonly withoutRecords: (target: Target, reason: string) => Plan;
}

/** The scenarios of the contract. */
export const scenarioCases: PlanSource = {
  prepare: async (tools) => plan(tools.target, await arrange(tools)),
  withoutRecords: (target, reason) => plan(target, noFixtures(reason)),
};

/** The rules of the definition. */
export const constraintCases: PlanSource = {
  prepare: async (tools) => constraintPlan(tools.target, await arrangeConstraints(tools)),
  withoutRecords: (target, reason) => {
    const { cases, unprovoked } = constraintPlan(target, {
      run: '',
      records: new Map(),
      firsts: new Map(),
      occupied: new Set(),
    });
    const stopped = cases.map((each) => ({ ...nameOf(each), reason, declared: false }));
    return { cases: [], unprovoked: [...unprovoked, ...stopped] };
  },
};
