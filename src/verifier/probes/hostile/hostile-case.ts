import type { Basis, OperationKey, ScenarioName } from '../../../contract/index.ts';
import type { OwnRecord, PlannedCase, PlannedRequest, RequestDraft, Target } from '../../../plan/index.ts';
import { planFailure, writeRequest } from '../../../plan/index.ts';
import type { RawRequest } from '../../senders/raw-socket.ts';

/** A bad request, and the responses that it may get. */
export interface HostileCase {
  /** The allowed failures, each as a planned case. Reports name the first. */
  readonly answers: readonly [PlannedCase, ...PlannedCase[]];
  /** Sent instead of the planned request if an HTTP client cannot send it. */
  readonly raw?: RawRequest;
  /**
   * Whether the bytes are not valid HTTP. A parser or a proxy often refuses them before they reach the implementation, so any
   * body is allowed, and so is a closed connection.
   */
  readonly brokenFraming?: boolean;
  /** Whether a success is a finding, although the exact failure is a rule that this project added. */
  readonly refused?: boolean;
  /** Text that the message must contain. */
  readonly names?: string;
  /** The record of the run that it would change. */
  readonly aim?: OwnRecord;
  /** The unique value of the record that it would create. */
  readonly marker?: string;
}

/** The properties of a bad request, besides the request itself. */
export interface Hostility extends Omit<HostileCase, 'answers'> {
  readonly variant: string;
  /** The allowed scenarios. Reports name the first. */
  readonly answers: readonly [ScenarioName, ...ScenarioName[]];
  /** The basis of these scenarios; `ours` by default, which makes any other documented failure a note. */
  readonly basis?: Basis;
  /** The basis of the message; `ours` by default. */
  readonly messageBasis?: Basis;
  /** The values for the message template of the first scenario. */
  readonly values?: object;
  /** The fields that `details` must name. */
  readonly fields?: readonly string[];
  /** The request to send, if it differs from the draft. */
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
    ...(known.brokenFraming === true ? { allowsServerError: true } : {}),
  });
  return { ...known, answers: [planned(first, { values, fields }), ...others.map((each) => planned(each, {}))] };
}

/** Adds the `content-length` that makes a raw request with a body valid HTTP. */
export function framed(request: RawRequest): RawRequest {
  const { bytes, body } = request;
  if (bytes === undefined && body === undefined) return request;
  const length = bytes?.byteLength ?? Buffer.byteLength(body ?? '');
  return { ...request, headers: { ...request.headers, 'content-length': String(length) } };
}

/** Whether a target has an operation, according to the target file. */
export function isPresent({ absentOperations }: Target, operationId: OperationKey): boolean {
  return !Object.hasOwn(absentOperations, operationId);
}
