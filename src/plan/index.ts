export type { Fixtures, RecordPurpose, RecordToArrange } from './fixtures.ts';
export type { OwnRecord, Unavailable } from './own-record.ts';
export type { AncestorRecords } from './ancestors.ts';
export { ancestorIdsFor, createAncestors } from './ancestors.ts';
export { ancestorId, computed } from './computed-value.ts';
export type { ClientCall } from './client-call.ts';
export { tokensBesidesPlan } from './case-values.ts';
export { clientCallOf } from './client-call.ts';
export { credentialHeader, isBearer } from './authentication.ts';
export { curlLinesOf, curlOf } from './curl.ts';
export type { Repeat } from './repeat/repeat.ts';
export { repeatIn } from './repeat/repeat.ts';
export type { CreatedByRun } from './repeat/trace.ts';
export { describeDeviations } from './deviations.ts';
export { exampleOf } from './example-of.ts';
export { fillValues, namesParent } from './fill-values.ts';
export { ancestorToArrange, fixturesOfStateless, noFixtures, recordPurposes, recordToArrange } from './fixtures.ts';
export { changed } from './locations.ts';
export { keyVariables } from './key-variables.ts';
export { missingMembers } from './missing-members.ts';
export { parseTarget, TargetError } from './parse-target.ts';
export { targetMembers } from './target-file.ts';
export { declaredReason, plan, planFailure, planSuccess } from './plan.ts';
export { missingIdOf, needed, PlanContext } from './plan-context.ts';
export type {
  CaseName,
  CellScenario,
  Expectation,
  ExpectedBulk,
  ExpectedDetail,
  ExpectedError,
  ExpectedPage,
  ExpectedRecord,
  Plan,
  PlannedCase,
  PlannedRequest,
  TestedRule,
  UnprovokedCase,
} from './planned-case.ts';
export { NotApplicable, NotProvokable } from './not-provokable.ts';
export type { Collection } from './record-life.ts';
export {
  collectionAt,
  collectionIn,
  collectionOf,
  CREATED_ID,
  createRequest,
  deleteAllRequest,
  deleteRequest,
  findRequest,
  getRequest,
  listedId,
  listRequest,
} from './record-life.ts';
export type { ProvokedRequest, Variant } from './provocation.ts';
export type { RecordId } from './record-id.ts';
export { isRecordId, parseExactJson, unusableId, writeExactJson } from './record-id.ts';
export type { RequestDraft } from './request-draft.ts';
export { writeRequest } from './request-draft.ts';
export { provocations } from './scenarios/index.ts';
export { targetHints } from './target-hints.ts';
export type { Ancestor, Authentication, Lacks, Target, TargetEntity, TargetReference, Values } from './target.ts';
export { safeJson } from './safe-json.ts';
export { commandMarks, invisibleCharacters } from './unsafe-text.ts';
export { unsendable, unusableUrl } from './unsendable.ts';
