import type { Middleware } from 'openapi-fetch';

import { operationIds, operations } from '../contract/index.ts';
import { readAnswer } from './read-answer.ts';
import { readText } from './transport.ts';
import { UnexpectedResponse } from './unexpected-response.ts';

const texts = new WeakMap<Response, string>();

/**
 * Stands between the responses and openapi-fetch, which takes an empty 502 for a success, types HTML as the documented error, and
 * throws a bare SyntaxError at JSON that was cut off: where it would parse a body, what is not the contract's is thrown first.
 * Registered before every other middleware, so that it sees the response last.
 * @throws {UnexpectedResponse} for a response that the operation does not document.
 * @throws {TransportError} when the body breaks off.
 */
export const guard: Middleware = {
  async onResponse({ request, response, schemaPath, options }) {
    // Whoever asked for another form than JSON reads a success for themselves; the operations by name do.
    if (response.ok && options.parseAs !== 'json') return;
    const text = await readText(response.clone(), request.signal);
    texts.set(response, text);
    const operationId = operationIds.find(
      (id) => operations[id].method === request.method && operations[id].path === schemaPath,
    );
    if (operationId === undefined || options.parseAs !== 'json') return;
    const answer = readAnswer(operationId, response, text);
    if (!answer.ok && answer.error instanceof UnexpectedResponse) throw answer.error;
  },
};

/** The raw body of a response that passed the guard: openapi-fetch reads every failure itself and keeps no more than its JSON. */
export function guardedText(response: Response): string | undefined {
  return texts.get(response);
}
