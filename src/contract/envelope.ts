import type { Code } from '../../generated/catalogue.ts';
import type { Contract } from './contract.ts';
import { contract } from './contract.ts';
import { isObject } from './json.ts';

type Names = Contract['envelope'];
const names: Names = contract.envelope;

/** One problem with one field. */
export interface ErrorDetail {
  readonly field: string;
  readonly message: string;
}

/** A detail as it is sent, with the member names of the contract. */
type SentDetail = Sent<'field', Names['detail'], string> & Sent<'message', Names['detail'], string>;

/** The error object as it is sent: inside the envelope, and in each failed item of a bulk response. */
export type ErrorObject = Sent<'code', Names, Code> &
  Sent<'message', Names, string> & { readonly [Name in Names['details']]?: readonly SentDetail[] };

/** The body of every failed request, as it is sent. */
export type Envelope = Sent<'error', Names, ErrorObject>;

type Sent<Member extends keyof Table, Table extends Readonly<Record<Member, PropertyKey>>, Value> = {
  readonly [Name in Table[Member]]: Value;
};

/** The members read from a body that may be an envelope. Their types are not checked. */
export interface ReadEnvelope {
  readonly code: unknown;
  readonly message: unknown;
  readonly details: unknown;
}

/** The member names of an envelope, as defined by `x-envelope`. */
export interface EnvelopeNames {
  readonly error: string;
  readonly code: string;
  readonly message: string;
  readonly details: string;
}

/** Creates the error object of a failure. */
export function writeErrorObject(code: Code, message: string, details?: readonly ErrorDetail[]): ErrorObject {
  const error = { [names.code]: code, [names.message]: message };
  return details === undefined ? error : { ...error, [names.details]: details.map(writeDetail) };
}

function writeDetail({ field, message }: ErrorDetail): SentDetail {
  return { [names.detail.field]: field, [names.detail.message]: message };
}

/** Reads code, message and details from a body. Returns `undefined` if it has no error object. */
export function readEnvelope(body: unknown, of: EnvelopeNames = names): ReadEnvelope | undefined {
  return isObject(body) ? readErrorObject(body[of.error], of) : undefined;
}

/** Reads code, message and details from an error object. Returns `undefined` if it is not an object. */
export function readErrorObject(error: unknown, of: EnvelopeNames = names): ReadEnvelope | undefined {
  if (!isObject(error)) return undefined;
  return { code: error[of.code], message: error[of.message], details: error[of.details] };
}

/**
 * Reads the details of an envelope. Returns `undefined` unless they have the documented shape: an array of objects with a field
 * and a message, both strings. Additional members are ignored.
 */
export function readDetails(details: unknown): readonly ErrorDetail[] | undefined {
  if (!Array.isArray(details)) return undefined;
  const read = details.flatMap((each: unknown) => {
    const { [names.detail.field]: field, [names.detail.message]: message } = isObject(each) ? each : {};
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
  return read.length === details.length ? read : undefined;
}
