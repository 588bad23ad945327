import type { Arbitrary } from 'fast-check';
import { array, constant, constantFrom, dictionary, integer, jsonValue, nat, oneof, record } from 'fast-check';

import type { OperationId } from '../../../contract/index.ts';
import { anyText, word } from './arbitrary-text.ts';
import { NO_COLUMN } from '../hostile/columns.ts';
import type { GeneratedBody, GeneratedId, GeneratedItem } from './generated-request.ts';

const LONGEST = 40;
const MOST_COLUMNS = 3;
const MOST_ITEMS = 3;

/** JSON that cannot create a record (cleanup would not find it) and cannot be mistaken for the id of an existing record. */
const HARMLESS: readonly unknown[] = [null, '', 'text', [], {}, [null], ['text'], [[]]];

/**
 * Bodies for an operation: valid bodies with bad values in them, other JSON, and text that is not JSON.
 * @param columns the columns that may have any value
 */
export function anyBody(operationId: OperationId, columns: readonly string[]): Arbitrary<GeneratedBody> {
  const text = anyText(LONGEST)
    .filter((each) => !holdsRecords(each))
    .map((each): GeneratedBody => ({ kind: 'text', text: each }));
  const cut = nat(1000).map((at): GeneratedBody => ({ kind: 'cut', at }));
  const json = constantFrom(...HARMLESS).map((value): GeneratedBody => ({ kind: 'json', value }));
  return oneof({ weight: 3, arbitrary: good(operationId, columns) }, json, cut, text);
}

function good(operationId: OperationId, columns: readonly string[]): Arbitrary<GeneratedBody> {
  switch (operationId) {
    case 'bulkDeleteRecords':
      return array(oneof(constant('missing'), word(), constantFrom(null, {}, [])), { maxLength: MOST_ITEMS }).map(
        (ids) => ({ kind: 'ids', ids }),
      );
    case 'bulkCreateRecords':
      return records(array(item(constant(null), columns), { maxLength: MOST_ITEMS }));
    case 'bulkUpdateRecords':
      return records(array(item(anyId(), columns), { maxLength: MOST_ITEMS }));
    default:
      return records(item(constant(null), columns).map((each) => [each]));
  }
}

function records(items: Arbitrary<readonly GeneratedItem[]>): Arbitrary<GeneratedBody> {
  return items.map((each) => ({ kind: 'records', items: each }));
}

function item(id: Arbitrary<GeneratedId | null>, columns: readonly string[]): Arbitrary<GeneratedItem> {
  return record({
    id,
    columns: dictionary(constantFrom(...columns, NO_COLUMN), anyValue(), { maxKeys: MOST_COLUMNS }),
  });
}

/** An id that is safe to write to. */
export function anyId(): Arbitrary<GeneratedId> {
  return oneof(
    constantFrom<GeneratedId>('missing', 'own'),
    oneof(word(), constant('9'.repeat(30))).map((text) => ({ text })),
  );
}

function anyValue(): Arbitrary<unknown> {
  const odd = constantFrom(
    2 ** 53,
    -(2 ** 53),
    1e300,
    5e-324,
    'x'.repeat(300),
    '😀'.repeat(200),
    '2026-02-30',
    '\ud800',
  );
  // Never sends a key that reaches a prototype with a value: it could damage a target permanently.
  const json = jsonValue({ maxDepth: 2 }).filter(
    (value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)),
  );
  return oneof(anyText(LONGEST), integer(), odd, json);
}

function holdsRecords(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null;
  } catch {
    return false;
  }
}
