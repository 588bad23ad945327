import type { Basis, ScenarioName } from '../../../contract/index.ts';
import { contract } from '../../../contract/index.ts';
import type { OwnRecord, RequestDraft, Values } from '../../../plan/index.ts';
import { writeExactJson, writeRequest } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { framed, hostileCase } from './hostile-case.ts';

/** The writes that can have a bad body. */
export type WriteName = 'creation' | 'update' | 'batch';

/** A write that would be accepted. */
export interface GoodWrite {
  /** The values of the record that it writes. */
  readonly values: Values;
  /** The same values as JSON. */
  readonly record: string;
  /** Turns the JSON of a record into a complete body. */
  readonly wrap: (record: string) => string;
}

/** A way in which a body can be bad. */
export interface BadBody {
  readonly variant: string;
  /** Creates the bad body from a good write. */
  readonly make: (good: GoodWrite) => string | Buffer;
  /** The contract's media type by default. `null` sends no content type. */
  readonly contentType?: string | null;
  /** `badRequest` by default. */
  readonly answer?: ScenarioName;
  /** Another scenario that is as good. */
  readonly otherAnswer?: ScenarioName;
  /** The basis of that scenario; `ours` by default. */
  readonly basis?: Basis;
  /** The fields that `details` must name. */
  readonly fields?: readonly string[];
  /** Whether a success is a finding, whatever the basis; `false` by default. */
  readonly refused?: boolean;
}

/** Puts a bad body into a write. */
export function bodyCase(context: ProbeContext, name: WriteName, bad: BadBody): HostileCase {
  const { draft, values, wrap, ...known } = writeOf(context, name);
  const {
    variant,
    make,
    contentType = contract.envelope.mediaType,
    answer = 'badRequest',
    basis = 'ours',
    fields,
    otherAnswer,
    refused = false,
  } = bad;
  const body = make({ values, record: writeExactJson(values), wrap });
  const { 'content-type': _type, ...headers } = writeRequest({ ...draft, rawBody: '' }).headers;
  const request = {
    ...writeRequest(draft),
    headers: contentType === null ? headers : { ...headers, 'content-type': contentType },
    body: body.toString(),
  };
  return hostileCase(draft, {
    ...known,
    variant,
    answers: [answer, ...(otherAnswer === undefined ? [] : [otherAnswer])],
    basis,
    refused,
    ...(fields === undefined ? {} : { fields }),
    ...(typeof body === 'string' ? { request } : { raw: framed({ ...request, bytes: body }) }),
  });
}

interface Write {
  readonly draft: RequestDraft;
  readonly values: Values;
  readonly wrap: (record: string) => string;
  readonly aim?: OwnRecord;
  readonly marker?: string;
}

/** Returns a write with new values. */
function writeOf({ drafts }: ProbeContext, name: WriteName): Write {
  if (name === 'update') {
    const aim = drafts.record('update');
    const draft = { ...drafts.validRequest('updateRecord'), id: aim.id };
    return { draft, values: drafts.change(), wrap: (record) => record, aim };
  }
  const values = drafts.newValues();
  const marker = String(values[drafts.entity.unique]);
  return name === 'creation'
    ? { draft: drafts.validRequest('createRecord'), values, wrap: (record) => record, marker }
    : { draft: drafts.validRequest('bulkCreateRecords'), values, wrap: (record) => `[${record}]`, marker };
}
