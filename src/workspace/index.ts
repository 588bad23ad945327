export type { AccessMode } from './access-mode.ts';
export { allowsWrites, modeName } from './access-mode.ts';
export { scaleOf } from './column-type.ts';
export type { ColumnConstraint, ConstraintType } from './constraint.ts';
export type {
  ColumnDefinition,
  ColumnType,
  Definition,
  EntityDefinition,
  KeyDefinition,
  WorkspaceDefinition,
} from './definition.ts';
export { DefinitionError } from './definition-error.ts';
export { demoDefinition } from './demo/demo-definition.ts';
export { demoEntities } from './demo/demo-entities.ts';
export type { FilterOperator } from './filter.ts';
export { filterComplaint, filterOperators, isFilterOperator } from './filter.ts';
export { parseDefinition } from './parse-definition.ts';
export type { Relation } from './relations.ts';
export { relationsOf } from './relations.ts';
export { JsonRefusal, readStrictJson } from './strict-json.ts';
export { validateRecord } from './validate-record.ts';
