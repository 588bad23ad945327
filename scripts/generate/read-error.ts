import type { ContractDocument } from './contract-document.ts';

/** The members of an envelope, read by the names in `x-envelope`. Missing members are `undefined`. */
export interface ReadError {
  code: unknown;
  message: unknown;
  details: unknown;
}

/** Reads the envelope in the value of an example. */
export function readError({ 'x-envelope': names }: ContractDocument, value: unknown): ReadError {
  const error = memberOf(value, names.error);
  return {
    code: memberOf(error, names.code),
    message: memberOf(error, names.message),
    details: memberOf(error, names.details),
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([each]) => each === name)?.[1]
    : undefined;
}
