export type {
  Basis,
  Code,
  ConstraintName,
  ErrorStatus,
  OperationId,
  Pair,
  ScenarioName,
  ScenarioValues,
} from '../../generated/catalogue.ts';
export { constraintMessages, operations, pairs, scenarios } from '../../generated/catalogue.ts';
export { documentedMembers, foreignMembers } from './documented-members.ts';
export type { Envelope, ErrorDetail, ErrorObject, ReadEnvelope } from './envelope.ts';
export { isDetails, isObject, readEnvelope } from './envelope.ts';
export { fail, ScenarioFailure, toEnvelope, toErrorObject } from './failure.ts';
export type { Place } from './operation.ts';
export {
  documentedCodes,
  documentedScenarios,
  isOperationId,
  isPair,
  isScenarioName,
  operationIds,
  places,
  scenarioNames,
} from './operation.ts';
export { scenarioOf } from './scenario-of.ts';
export type { TemplateValues } from './template.ts';
export { fillTemplate, matchTemplate } from './template.ts';
