import type { OperationId } from '../contract/index.ts';
import { documentedCodes, isObject, operations } from '../contract/index.ts';
import { ApiError } from './api-error.ts';
import type { ApiErrorOf } from './api-error-of.ts';
import { readRefusal } from './read-refusal.ts';
import type { DataOf } from './result.ts';
import { successMembers } from './success-members.ts';
import type { Why } from './unexpected-response.ts';
import { UnexpectedResponse } from './unexpected-response.ts';

/** What a response turned out to be. */
export type Answer<Id extends OperationId> =
  | { readonly ok: true; readonly data: DataOf<Id> }
  | { readonly ok: false; readonly error: ApiErrorOf<Id> | UnexpectedResponse };

// RFC 9110, section 15.3.5: the one success that has no body.
const NO_CONTENT = 204;

/**
 * Holds a response against what the operation documents. The status, the form of the body and the code must be documented;
 * members that are not are ignored, as is the content type, which gateways and frameworks get wrong for good JSON.
 */
export function readAnswer<Id extends OperationId>(operationId: Id, response: Response, text: string): Answer<Id> {
  const { status } = response;
  const succeeded = status === operations[operationId].success;
  const unexpected = (why: Why): Answer<Id> => ({
    ok: false,
    error: new UnexpectedResponse(operationId, why, response, text),
  });

  if (!succeeded && documentedCodes(operationId, status).length === 0) return unexpected('undocumented');
  // A cast at the boundary: an operation whose success is 204 has no content, and so `undefined` for its data.
  if (succeeded && status === NO_CONTENT) return { ok: true, data: undefined as DataOf<Id> };
  if (text === '') return unexpected('empty');
  const body = parseJson(text);
  if (body === undefined) return unexpected('not-json');

  if (succeeded) {
    const whole = isObject(body) && successMembers[operationId].every((member) => Object.hasOwn(body, member));
    // A cast at the boundary: what is inside the members is the server's word.
    return whole ? { ok: true, data: body as DataOf<Id> } : unexpected('wrong-shape');
  }
  const error = readRefusal(operationId, response, body);
  // A cast at the boundary: the pair was found in the table that the types of the operation are generated beside.
  return error instanceof ApiError ? { ok: false, error: error as ApiErrorOf<Id> } : unexpected(error);
}

// No JSON text is `undefined`, so it can stand for what is no JSON.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
