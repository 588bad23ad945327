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
export { answerHeaders, BEARER_CHALLENGE } from './answer-headers.ts';
export type { Contract, OperationKey } from './contract.ts';
export { contract } from './contract.ts';
export { internalError, routeNotFound } from './documented-failures.ts';
export { documentedMembers, foreignMembers } from './documented-members.ts';
export type { Envelope, EnvelopeNames, ErrorDetail, ErrorObject, ReadEnvelope } from './envelope.ts';
export { readDetails, readEnvelope, readErrorObject } from './envelope.ts';
export { fail, ScenarioFailure, toEnvelope, toErrorObject } from './failure.ts';
export { hasMessageOf } from './has-message-of.ts';
export { isObject, parseJson } from './json.ts';
export { documentedScenarios, documentsStatus, isOperationId, isPair, isScenarioName } from './lookup.ts';
export type { Recognized } from './recognize-failure.ts';
export { recognizeFailure } from './recognize-failure.ts';
export { requireDetails } from './require-details.ts';
export { scenarioOf } from './scenario-of.ts';
export { countedIn, isSource, knownValues, sourceForms } from './source.ts';
export { sizeInWords } from './size-in-words.ts';
export type { TemplateValues } from './template.ts';
export { fillTemplate, matchTemplate, placeholdersOf, placeParts } from './template.ts';
