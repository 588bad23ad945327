import type { Arbitrary } from 'fast-check';
import { array, constant, constantFrom, oneof, record } from 'fast-check';

import type { OperationId } from '../../../contract/index.ts';
import { contract } from '../../../contract/index.ts';
import type { TargetEntity } from '../../../plan/index.ts';
import { anyBody, anyId } from './arbitrary-body.ts';
import { anyQuery } from './arbitrary-query.ts';
import { anyText, headerText, rarely, word } from './arbitrary-text.ts';
import type { GeneratedId, GeneratedRequest } from './generated-request.ts';
import { isForeignMethod } from '../hostile/methods.ts';

const LONGEST = 40;
const MOST_SEGMENTS = 5;

/** Methods that no operation has but every HTTP parser accepts. They are only sent to a missing record. */
const FOREIGN_METHODS = ['PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD', 'LOCK'].filter(isForeignMethod);

/**
 * Requests based on the operations, parameters and bodies of the contract, each with some parts that violate it. Writes use
 * only the run's own records, and every record that they create can be found again.
 */
export function anyRequest(entity: TargetEntity, operationIds: readonly OperationId[]): Arbitrary<GeneratedRequest> {
  return oneof(...operationIds.map((operationId) => anyRequestOf(operationId, entity)));
}

function anyRequestOf(operationId: OperationId, { valid, unique }: TargetEntity): Arbitrary<GeneratedRequest> {
  const columns = Object.keys(valid);
  const others = columns.filter((column) => column !== unique);
  const { takesBody, write } = contract.operations[operationId];
  const request = {
    operationId: constant(operationId),
    method: constant(undefined),
    entityName: rarely(word()),
    id: idOf(operationId),
    segments: write ? constant(undefined) : rarely(array(segment(), { maxLength: MOST_SEGMENTS })),
    query: anyQuery(operationId, columns),
    key: rarely(oneof(constant(''), headerText(LONGEST))),
    headers: anyHeaders(takesBody),
    body: takesBody ? anyBody(operationId, others) : constant(undefined),
  };
  if (operationId !== 'getRecord') return record(request);
  const foreign = record({
    ...request,
    method: constantFrom(...FOREIGN_METHODS),
    id: constant<GeneratedId>('missing'),
  });
  return oneof({ weight: 4, arbitrary: record(request) }, { weight: 1, arbitrary: foreign });
}

/** Reads may request any id. Deletions never name an existing record. */
function idOf(operationId: OperationId): Arbitrary<GeneratedId> {
  switch (operationId) {
    case 'getRecord':
      return oneof(
        anyId(),
        segment().map((text) => ({ text })),
      );
    case 'deleteRecord':
      return anyId().map((id) => (id === 'own' ? 'missing' : id));
    default:
      return anyId();
  }
}

/** Excludes dot segments, which are removed before a request is routed (RFC 3986, section 5.2.4). */
function segment(): Arbitrary<string> {
  return anyText(LONGEST).filter((text) => !['', '.', '..'].includes(text));
}

function anyHeaders(takesBody: boolean): Arbitrary<Readonly<Record<string, string>>> {
  const { mediaType } = contract.envelope;
  const type = constantFrom(`${mediaType}; charset=utf-8`, mediaType.toUpperCase(), 'text/plain', 'x');
  return record({
    // All ask for the media type of the contract, because a server may send its page for browsers to everyone else.
    accept: rarely(constantFrom(`${mediaType};q=0.5`, `*/*;q=0.1, ${mediaType}`, `${mediaType}, */*`)),
    'accept-language': rarely(headerText(LONGEST)),
    'user-agent': rarely(headerText(LONGEST)),
    'x-request-id': rarely(headerText(200)),
    ...(takesBody ? { 'content-type': rarely(type) } : {}),
  }).map((headers) =>
    Object.fromEntries(Object.entries(headers).filter((each): each is [string, string] => each[1] !== undefined)),
  );
}
