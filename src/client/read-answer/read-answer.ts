import type { OperationId } from '../../../generated/client-table.ts';
import { errorMember, operations } from '../../../generated/client-table.ts';
import type { SchemaBulkResult } from '../../../generated/openapi-types.ts';
import { isObject, parseJson } from '../../contract/index.ts';
import type { ApiErrorOf } from '../result/api-error-of.ts';
import type { ReadError } from '../result/api-error.ts';
import { ApiError } from '../result/api-error.ts';
import type { DataOf } from '../result/result.ts';
import type { Why } from '../result/unexpected-response.ts';
import { UnexpectedResponse } from '../result/unexpected-response.ts';
import { isBulkResultWhole } from './bulk-outcomes.ts';
import { conforms } from './conforms.ts';
import { documentedScenarios } from './documented-scenarios.ts';
import { readErrorObject } from './read-error-object.ts';

/** The result of reading a response. */
type Answer<Id extends OperationId> =
  | { readonly ok: true; readonly data: DataOf<Id> }
  | { readonly ok: false; readonly error: ApiErrorOf<Id> | UnexpectedResponse };

/**
 * Compares a response with what the operation documents: the status, the shape of the body and the code. Ignores members that
 * are not documented. Also ignores the content type, because gateways and frameworks often send valid JSON with a wrong one.
 * @param text the body, or `undefined` if it is too large to read
 * @param sent the body of the request
 */
export function readAnswer<Id extends OperationId>(
  operationId: Id,
  response: Response,
  text: string | undefined,
  sent: unknown,
): Answer<Id> {
  const { success, shape } = operations[operationId];
  const promised = response.status === success && shape;
  const documented = documentedScenarios(operationId, response.status);
  // The data of an operation without a response body (RFC 9110, section 15.3.5) is `undefined`.
  const body = promised === null || !text ? undefined : parseJson(text);

  let failure: ReadError | Why | undefined;
  if (text === undefined) failure = 'too-large';
  else if (promised !== null) {
    if (!promised && !documented[0]) failure = 'undocumented';
    else if (!text) failure = 'empty';
    else if (body === undefined) failure = 'not-json';
    else if (!promised) failure = readErrorObject(isObject(body) && body[errorMember], documented);
    // A cast at the boundary: the shape and the type are generated from the same schema.
    else if (
      !conforms(body, promised) ||
      ('failed' in promised && !isBulkResultWhole(body as SchemaBulkResult, sent as readonly unknown[]))
    )
      failure = 'wrong-shape';
  }
  // Casts at the boundary: the shapes and the pairs come from the table that is generated together with the types.
  if (!failure) return { ok: true, data: body as DataOf<Id> };
  const error =
    typeof failure === 'string'
      ? new UnexpectedResponse(operationId, failure, response, text ?? '')
      : (new ApiError(operationId, response, failure) as ApiErrorOf<Id>);
  return { ok: false, error };
}
