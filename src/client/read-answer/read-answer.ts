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

/** What a response turned out to be. */
type Answer<Id extends OperationId> =
  | { readonly ok: true; readonly data: DataOf<Id> }
  | { readonly ok: false; readonly error: ApiErrorOf<Id> | UnexpectedResponse };

/**
 * Holds a response against what the operation documents: the status, the form of the body, the code. Members that are not
 * documented are ignored, as is the content type, which gateways and frameworks get wrong for good JSON. `sent` is the number of
 * items in the batch, where there was one.
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

  // A cast at the boundary: an operation whose success has no content (RFC 9110, section 15.3.5) has `undefined` for its data.
  if (promised === null) return { ok: true, data: undefined as DataOf<Id> };
  if (!promised && documented.length === 0) return unexpected('undocumented');
  if (text === '') return unexpected('empty');
  const body = parseJson(text);
  if (body === undefined) return unexpected('not-json');

  if (promised) {
    // Casts at the boundary: a shape was generated from its schema, as the type was.
    const whole =
      conforms(body, promised) && (!('failed' in promised) || isBulkResultWhole(body as SchemaBulkResult, sent));
    return whole ? { ok: true, data: body as DataOf<Id> } : unexpected('wrong-shape');
  }
  const error = readErrorObject(isObject(body) && errorIn(body), documented);
  if (typeof error === 'string') return unexpected(error);
  // A cast at the boundary: the pair was found in the table that the types of the operation are generated beside.
  return { ok: false, error: new ApiError(operationId, response, error) as ApiErrorOf<Id> };
}
