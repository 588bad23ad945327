import { mockAnswers } from '../contract/answers/index.ts';
import type { OperationId } from '../contract/index.ts';
import type { Validator } from '../contract/requests/index.ts';
import { requestValidators } from '../contract/requests/index.ts';
import type { DescribedParts } from './documents.ts';

/**
 * Returns a message for everything in a request that violates the schemas of its parameters and its body: the same messages as Prism, in
 * the same order, from validators that are generated from the same schemas. It needs neither Prism nor Ajv.
 */
export function requestViolations(operationId: OperationId, { query, body }: DescribedParts): readonly string[] {
  const { lists, ...validators } = requestValidators[operationId];
  return [
    ...(validators.body === undefined ? [] : bodyViolations(operationId, validators.body, body)),
    ...(validators.query === undefined ? [] : messages(validators.query, valuesOf(query, lists), 'query')),
  ];
}

/** To Prism, a value that counts as false in JavaScript is a missing body. */
function bodyViolations(operationId: OperationId, validate: Validator, body: unknown): readonly string[] {
  return body ? messages(validate, body, 'body') : mockAnswers.operations[operationId].violations;
}

/** To Prism, parameters are not case-sensitive, the last one counts, and an empty one is missing. */
function valuesOf(query: DescribedParts['query'], lists: readonly string[]): Record<string, unknown> {
  const sent = Object.entries(query).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(
    [...new Map(sent)]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, lists.includes(name) ? value.split(',') : value]),
  );
}

function messages(validate: Validator, value: unknown, part: 'query' | 'body'): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => {
    const path = instancePath.split('/').filter((segment) => segment !== '');
    const kind = part === 'body' ? 'property' : 'parameter';
    const place = path.length === 0 ? '' : `${kind} ${path.join('.').trim()} `;
    return `Request ${part} ${place}${message}`;
  });
}
