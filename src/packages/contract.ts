// The public API of the package `workspace-api-contract`: what its commands do, for programs and test suites.
import './require-node.ts';

import { contract } from '../contract/index.ts';

export type {
  Basis,
  Code,
  ConstraintName,
  Envelope,
  ErrorDetail,
  ErrorObject,
  ErrorStatus,
  OperationId,
  Pair,
  ScenarioName,
  ScenarioValues,
} from '../contract/index.ts';
export { contract, fail, ScenarioFailure, toEnvelope, toErrorObject } from '../contract/index.ts';
export type { Badge, FailureCount, FailureCoverage } from '../coverage/index.ts';
export { coverageBadge, CoverageError, mergeCoverage, readCoverage } from '../coverage/index.ts';
export type { ArazzoOptions, PostmanOptions } from '../interchange/index.ts';
export { arazzoDocument, postmanCollection } from '../interchange/index.ts';
export type { Target } from '../plan/index.ts';
export { parseTarget, TargetError } from '../plan/index.ts';
export type { KnownFinding } from '../judge/index.ts';
export type {
  CaseOutcome,
  Finding,
  Level,
  ProbeOutcome,
  Report,
  SenderName,
  SentExchange,
  Summary,
  VerifyOptions,
} from '../verifier/index.ts';
export { KnownFindingsError, parseKnownFindings } from '../judge/index.ts';
export {
  githubAnnotations,
  githubSummary,
  htmlReport,
  jsonReport,
  junitReport,
  pullRequestComment,
  sarifReport,
  SelectionError,
  TargetUnavailable,
  terminalReport,
  verify,
} from '../verifier/index.ts';

export type {
  AnswerBreach,
  ExchangeVerdict,
  HeaderValues,
  JudgedAnswer,
  RecordedExchange,
  RecordedRequest,
  RecordedResponse,
  SkipReason,
} from '../traffic/index.ts';
export { judgeExchange } from '../traffic/index.ts';

export const { constraintMessages, operations, pairs, scenarios } = contract;
