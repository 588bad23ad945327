export { draftDefinition } from './draft-definition.ts';
export type { EntitySample, ExpandedRelation, SampledRecord } from './entity-sample.ts';
export { fieldsOf, valuesOf } from './entity-sample.ts';
