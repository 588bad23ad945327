import type { Basis, OperationId } from '../../contract/index.ts';
import { contract, isObject } from '../../contract/index.ts';
import { parseBody } from '../../judge/index.ts';
import type { Call } from '../recognize/find-call.ts';
import { byteLength } from './byte-length.ts';
import type { RecordedRequest } from '../recorded-exchange.ts';

/** Why no server may accept a request, whatever it stores. */
export interface Refusal {
  /** Follows "although". */
  readonly because: string;
  readonly basis: Basis;
}

/** Returns why a request to an operation must be refused as a bad request; `undefined` if it may succeed. */
export function refusalOf(
  operationId: OperationId,
  { query }: Pick<Call, 'query'>,
  request: RecordedRequest,
): Refusal | undefined {
  return bodyRefusal(operationId, request) ?? (operationId === 'listRecords' ? queryRefusal(query) : undefined);
}

function bodyRefusal(operationId: OperationId, request: RecordedRequest): Refusal | undefined {
  const { body: kind } = contract.operations[operationId];
  const { body } = request;
  // A recorder may leave a body out, or cut it.
  if (kind === null || body === undefined || !isWhole(request)) return undefined;
  const json = parseBody(body);
  if (json === undefined) return { because: 'the body of the request is not JSON', basis: 'seed' };
  if (kind === 'record')
    return isObject(json) ? undefined : { because: 'the body of the request is not an object', basis: 'seed' };
  if (!Array.isArray(json)) return { because: 'the body of the request is not an array', basis: 'seed' };
  const { minimum, maximum } = contract.limits.batch;
  return json.length < minimum || json.length > maximum
    ? { because: `the batch has ${json.length} items, not ${minimum} to ${maximum}`, basis: 'api' }
    : undefined;
}

/** Whether the recorded body is as long as the request said. */
function isWhole({ headers, body = '' }: RecordedRequest): boolean {
  const length = headers['content-length'];
  if (length !== undefined) return Number(length) === byteLength(body);
  // Without a length, the end shows whether a JSON text was cut.
  return /[}\]"\w]\s*$/.test(body) && parseBody(body) !== undefined;
}

function queryRefusal(query: URLSearchParams): Refusal | undefined {
  const page = query.getAll('page');
  const [first = '', ...others] = page;
  if (page.length === 0 || others.length > 0) return undefined;
  if (/^-\d+$/.test(first) && Number(first) < 0)
    return { because: `page is ${first}, and ${contract.limits.page.minimum} is the first page`, basis: 'seed' };
  return /^\+?\d+$/.test(first)
    ? undefined
    : { because: `page is ${JSON.stringify(first)}, not a number`, basis: 'ours' };
}
