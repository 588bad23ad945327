// The door for code that runs in browsers too: without Node, RE2 and Ajv. Patterns run on the engine of JavaScript, unless the main door
// is loaded as well.
export type { AccessMode } from '../access-mode.ts';
export { accessModes, allowsWrites, isAccessMode, modeName } from '../access-mode.ts';
export { isColumnName, isDefinedName } from '../column-name.ts';
export { columnTypes, maximumLength, maximumNumber, scaleOf } from '../column-type.ts';
export type { ColumnConstraint } from '../constraint.ts';
export { obeys } from '../constraint.ts';
export type {
  ColumnDefinition,
  ColumnType,
  Definition,
  EntityDefinition,
  KeyDefinition,
  WorkspaceDefinition,
} from '../definition.ts';
export { DefinitionError } from '../definition-error.ts';
export { demoDefinition } from '../demo/demo-definition.ts';
export { demoEntities } from '../demo/demo-entities.ts';
export { differentValues } from '../example/different-values.ts';
export { stretchedTexts } from '../example/stretched-texts.ts';
export { exampleValue } from '../example/example-value.ts';
export { isTimestamp } from '../format.ts';
export { endOfString, isName, stringOf } from '../json-strings.ts';
export { isKeyName } from '../key-name.ts';
export { filterComplaint, filterOperators } from '../filter.ts';
export { ID_COLUMN } from '../query/column-named.ts';
export type { PathTree } from '../query/paths.ts';
export { pickFields } from '../query/pick-fields.ts';
export type { Expansion } from '../query/read-expansion.ts';
export { readExpansion } from '../query/read-expansion.ts';
export { readFields } from '../query/read-fields.ts';
export type { Filter } from '../query/read-filter.ts';
export { readFilter } from '../query/read-filter.ts';
export { readParameters } from '../query/read-parameters.ts';
export type { Sort } from '../query/read-sort.ts';
export { readSort } from '../query/read-sort.ts';
export { refuseParameter } from '../query/refuse-parameter.ts';
export type { Entities, Relation } from '../relations.ts';
export { allRelationsOf, relationsOf } from '../relations.ts';
export { JsonRefusal, readStrictJson } from '../strict-json.ts';
export { columnDetails, validateRecord } from '../validate-record.ts';
export { samplesOf, useSamples } from '../regular-expressions.ts';
export { readDefinition } from '../read-definition.ts';
