import type { OperationId } from '../../../generated/client-table.ts';
import { errorIn, operations } from '../../../generated/client-table.ts';
import type { SchemaBulkResult } from '../../../generated/openapi-types.ts';
import { isObject, parseJson } from '../../contract/index.ts';
import type { ApiErrorOf } from '../result/api-error-of.ts';
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
 * @param sent the number of items in the batch, if the request had one
 */
export function readAnswer<Id extends OperationId>(
  operationId: Id,
  response: Response,
  text: string,
  sent?: number,
): Answer<Id> {
  const { success, shape } = operations[operationId];
  const promised = response.status === success && shape;
  const documented = documentedScenarios(operationId, response.status);
  const unexpected = (why: Why): Answer<Id> => ({
    ok: false,
    error: new UnexpectedResponse(operationId, why, response, text),
  });

  // A cast at the boundary: the data of an operation without a response body (RFC 9110, section 15.3.5) is `undefined`.
  if (promised === null) return { ok: true, data: undefined as DataOf<Id> };
  if (!promised && documented.length === 0) return unexpected('undocumented');
  if (text === '') return unexpected('empty');
  const body = parseJson(text);
  if (body === undefined) return unexpected('not-json');

  if (promised) {
    // Casts at the boundary: the shape and the type are generated from the same schema.
    const whole =
      conforms(body, promised) && (!('failed' in promised) || isBulkResultWhole(body as SchemaBulkResult, sent));
    return whole ? { ok: true, data: body as DataOf<Id> } : unexpected('wrong-shape');
  }
  const error = readErrorObject(isObject(body) && errorIn(body), documented);
  if (typeof error === 'string') return unexpected(error);
  // A cast at the boundary: the pair comes from the table that is generated together with the types.
  return { ok: false, error: new ApiError(operationId, response, error) as ApiErrorOf<Id> };
}
