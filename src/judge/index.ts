export type { AnswerFacts, BreachFacts } from './answer-facts.ts';
export { expectedFacts, factsOf, receivedFacts } from './answer-facts.ts';
export type { FailOn } from './basis.ts';
export { failOnKinds, isNormative } from './basis.ts';
export { fingerprintOf, nameOf } from './case-name.ts';
export type { Breach } from './checks/check.ts';
export { CLOSED_TABLE } from './checks/pair.ts';
export { checks, isCheckName } from './checks/index.ts';
export type { CheckName } from './checks/index.ts';
export { counts } from './counts.ts';
export { doubtAbout } from './doubt.ts';
export type { Exchange, ReceivedResponse, SentCase } from './exchange.ts';
export { clauseOf, judge } from './judge.ts';
export type { JudgedBreach } from './judge.ts';
export { LONGEST_KEPT, cut, keptBody } from './kept-body.ts';
export type { KeptBody } from './kept-body.ts';
export type { FindingName, KnownFinding, KnownLookup, MaskName } from './known-findings.ts';
export { KnownFindingsError, lookUpIn, matches, parseKnownFindings } from './known-findings.ts';
export { patternOf } from './message-pattern.ts';
export { parseBody, parseExactBody } from './parse-body.ts';
export {
  NO_SERVER_ERROR,
  countingServerError,
  isGatewayStatus,
  isOwnStatus,
  isWellFormedRequest,
  serverErrorIn,
} from './server-error.ts';
export { valueText } from './value-text.ts';
export { lostValues } from './values/lost-values.ts';
export { sameText, showsOtherRecord, showsRun } from './values/same-text.ts';
