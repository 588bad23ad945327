import { isObject, readEnvelope, scenarioOf } from '../../../contract/index.ts';
import type { BoardCell, BoardWay } from '../board.ts';
import type { Answer } from './answer.ts';

/** Returns the differences between a response and the expected one. The list is empty if the response is as documented. */
export function judgeAnswer(cell: BoardCell, { expected }: BoardWay, answer: Answer): readonly string[] {
  const body = parse(answer.text);
  return [
    ...difference('the status', answer.status, expected.status),
    ...(expected.error === undefined ? [] : judgeEnvelope(cell, expected.error, body)),
    ...(expected.bulk === undefined ? [] : judgeBulk(expected.bulk, body)),
  ];
}

type Expected = BoardWay['expected'];

function judgeEnvelope(
  { place, scenario }: BoardCell,
  { code, message }: NonNullable<Expected['error']>,
  body: unknown,
): readonly string[] {
  const envelope = readEnvelope(body);
  if (envelope === undefined) return ['the body has no error envelope'];
  const found = place === 'outsideOperations' ? scenario : scenarioOf(place, envelope.code, envelope.message);
  return [
    ...difference('the code', envelope.code, code),
    ...difference('the message', envelope.message, message ?? envelope.message),
    ...difference('the scenario', found, scenario),
  ];
}

function judgeBulk({ succeeded, failed }: NonNullable<Expected['bulk']>, body: unknown): readonly string[] {
  if (!isObject(body)) return ['the body is not an object'];
  return [
    ...difference('the number of items that succeeded', body.succeeded, succeeded),
    ...difference('the number of items that failed', body.failed, failed.length),
  ];
}

function difference(what: string, found: unknown, expected: unknown): readonly string[] {
  return found === expected ? [] : [`${what} is ${String(found)}, not ${String(expected)}`];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
