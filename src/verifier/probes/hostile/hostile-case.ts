import type { Basis, OperationKey, ScenarioName } from '../../../contract/index.ts';
import type { OwnRecord, PlannedCase, PlannedRequest, RequestDraft, Target } from '../../../plan/index.ts';
import { planFailure, writeRequest } from '../../../plan/index.ts';
import type { RawRequest } from '../../senders/raw-socket.ts';

/** One bad request, and what is known of the answer that it must get. */
export interface HostileCase {
  /** The failures that may answer it, each as a planned case; the first is the one that is told. */
  readonly answers: readonly [PlannedCase, ...PlannedCase[]];
  /** Takes the place of the planned request on the wire, where that is no request that HTTP knows. */
  readonly raw?: RawRequest;
  /**
   * Whether the bytes are no good HTTP. They are often refused by what stands before an implementation, so that any body will
   * do, and a connection that is closed.
   */
  readonly brokenFraming?: boolean;
  /** Whether a success is a finding, though the exact failure is only our decision. */
  readonly refused?: boolean;
  /** What the message has to name. */
  readonly names?: string;
  /** The record of the run that it would change. */
  readonly aim?: OwnRecord;
  /** The unique value of the record that it would create. */
  readonly marker?: string;
}

/** What is known of a bad request besides the request itself. */
export interface Hostility extends Omit<HostileCase, 'answers'> {
  readonly variant: string;
  /** The scenarios that may answer, the one that is told first. */
  readonly answers: readonly [ScenarioName, ...ScenarioName[]];
  /** How firmly it is known that these answer; `ours` by default: then any other documented failure is a note. */
  readonly basis?: Basis;
  /** How firmly the words are known; `ours` by default. */
  readonly messageBasis?: Basis;
  /** What fills the template of the first scenario. */
  readonly values?: object;
  /** The fields that `details` must name. */
  readonly fields?: readonly string[];
  /** What is sent, where it is not the draft as it stands. */
  readonly request?: PlannedRequest;
}

/** Plans a bad request. */
export function hostileCase(draft: RequestDraft, hostility: Hostility): HostileCase {
  const { variant, answers, basis = 'ours', messageBasis = 'ours', values, fields, request, ...known } = hostility;
  const sent = known.raw ?? request ?? writeRequest(draft);
  const [first, ...others] = answers;
  const planned = (scenario: ScenarioName, provoked: object): PlannedCase => ({
    ...planFailure(
      { operationId: draft.operationId, scenario, variant, basis },
      { request: draft, messageBasis, ...provoked },
    ),
    request: sent,
  });
  return { ...known, answers: [planned(first, { values, fields }), ...others.map((each) => planned(each, {}))] };
}

/** A request for the raw socket with the one header that its body needs to be good HTTP. */
export function framed(request: RawRequest): RawRequest {
  const { bytes, body } = request;
  if (bytes === undefined && body === undefined) return request;
  const length = bytes?.byteLength ?? Buffer.byteLength(body ?? '');
  return { ...request, headers: { ...request.headers, 'content-length': String(length) } };
}

/** Whether a target has an operation, as far as its file says. */
export function isPresent({ absentOperations }: Target, operationId: OperationKey): boolean {
  return !Object.hasOwn(absentOperations, operationId);
}
