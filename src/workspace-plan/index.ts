export type { ConstraintFixtures } from './constraints/constraint-records.ts';
export { constraintRecords, constraintRecordToArrange, digitsOf } from './constraints/constraint-records.ts';
export { constraintPlan } from './constraints/constraint-plan.ts';
export { withDefinition } from './target/workspace-target.ts';
