import type { PlannedCase } from '../../../src/plan/index.ts';
import { documentedExample } from '../contract.ts';
import { nameOfCase } from '../peer.ts';

/** A request and its response, in the format of Specmatic's externalized examples. */
export interface SpecmaticExample {
  readonly name: string;
  readonly 'http-request': object;
  readonly 'http-response': object;
}

/**
 * Returns a case as an example that Specmatic sends, or `undefined` if its format has no room for it: a malformed path or body, or
 * a path of no operation. Specmatic compares the status, and the body with the schema of the operation; the values of the
 * response in the example only have to be valid.
 */
export function exampleOfCase(planned: PlannedCase): SpecmaticExample | undefined {
  const { operationId, request, expected } = planned;
  const body = jsonOf(request.body);
  const url = URL.parse(request.path, 'http://127.0.0.1');
  if (operationId === 'outsideOperations' || body === MALFORMED || url === null || !isDecodable(url.pathname))
    return undefined;
  const response = documentedExample(planned);
  return {
    name: nameOfCase({ planned }),
    'http-request': {
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OF_THE_CLIENT.has(name))),
      ...(body === undefined ? {} : { body }),
    },
    'http-response': {
      status: expected.status,
      ...(response === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: response }),
    },
  };
}

/** Headers that Specmatic sends as it sees fit, and refuses in an example. */
const OF_THE_CLIENT = new Set(['accept', 'accept-encoding', 'content-type']);

const MALFORMED = Symbol('malformed');

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return MALFORMED;
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
