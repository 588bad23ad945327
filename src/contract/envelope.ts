import type { Code } from '../../generated/catalogue.ts';
import type { Contract } from './contract.ts';
import { contract } from './contract.ts';
import { isObject } from './json.ts';

type Names = Contract['envelope'];
const names: Names = contract.envelope;

/** One thing that is wrong with one field. */
export interface ErrorDetail {
  readonly field: string;
  readonly message: string;
}

/** A detail as it is sent, under the names that the contract gives its members. */
type SentDetail = Sent<'field', Names['detail'], string> & Sent<'message', Names['detail'], string>;

/** The error object of the contract as it is sent: inside the envelope, and in each failed item of a bulk answer. */
export type ErrorObject = Sent<'code', Names, Code> &
  Sent<'message', Names, string> & { readonly [Name in Names['details']]?: readonly SentDetail[] };

/** The body of every failed request, as it is sent. */
export type Envelope = Sent<'error', Names, ErrorObject>;

type Sent<Member extends keyof Table, Table extends Readonly<Record<Member, PropertyKey>>, Value> = {
  readonly [Name in Table[Member]]: Value;
};

/** What can be read of a body that claims to be an envelope. Nothing is certain but the names. */
export interface ReadEnvelope {
  readonly code: unknown;
  readonly message: unknown;
  readonly details: unknown;
}

/** The names of the members of an envelope, as `x-envelope` has them. */
export interface EnvelopeNames {
  readonly error: string;
  readonly code: string;
  readonly message: string;
  readonly details: string;
}

/** Writes the error object of a failure. */
export function writeErrorObject(code: Code, message: string, details?: readonly ErrorDetail[]): ErrorObject {
  const error = { [names.code]: code, [names.message]: message };
  return details === undefined ? error : { ...error, [names.details]: details.map(writeDetail) };
}

function writeDetail({ field, message }: ErrorDetail): SentDetail {
  return { [names.detail.field]: field, [names.detail.message]: message };
}

/** Reads code, message and details of a body, or gives `undefined` where it has no error object. */
export function readEnvelope(body: unknown, of: EnvelopeNames = names): ReadEnvelope | undefined {
  return isObject(body) ? readErrorObject(body[of.error], of) : undefined;
}

/** Reads code, message and details of an error object, or gives `undefined` where it is not an object. */
export function readErrorObject(error: unknown, of: EnvelopeNames = names): ReadEnvelope | undefined {
  if (!isObject(error)) return undefined;
  return { code: error[of.code], message: error[of.message], details: error[of.details] };
}

/**
 * Reads the details of an envelope; `undefined` where they are not of the documented shape: an array of objects with a field and a
 * message, both texts. Further members do not matter.
 */
export function readDetails(details: unknown): readonly ErrorDetail[] | undefined {
  if (!Array.isArray(details)) return undefined;
  const read = details.flatMap((each: unknown) => {
    const { [names.detail.field]: field, [names.detail.message]: message } = isObject(each) ? each : {};
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
  return read.length === details.length ? read : undefined;
}
