import { describe, expect, it } from '@jest/globals';
import type { Arbitrary } from 'fast-check';
import {
  anything,
  array,
  asyncProperty,
  assert,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  record,
  string,
  tuple,
} from 'fast-check';

import { document } from '../../contract/document/index.ts';
import { contract } from '../../contract/index.ts';
import type { DescribedParts } from '../../mock-core/index.ts';
import { requestViolations } from '../../mock-core/index.ts';
import { openValidator } from './prism-validator.ts';

const texts: Arbitrary<string> = oneof(
  string({ maxLength: 6 }),
  string({ unit: 'binary', maxLength: 6 }),
  constantFrom(
    '',
    '0',
    '1',
    '-1',
    '1.5',
    '100',
    '101',
    '102',
    '1e3',
    '0x10',
    ' 7 ',
    '9007199254740993',
    'true',
    'null',
    'NaN',
  ),
  constantFrom('name,asc', 'name,ASC', 'name', ',asc', 'a,b,desc', 'name,', 'a,,b', ','),
  constantFrom(255, 256).map((length) => 'x'.repeat(length)),
  constantFrom(20, 21, 100, 101).map((count) => Array.from({ length: count }, () => 'a').join(',')),
);

const names = constantFrom('page', 'size', 'sort', 'fields', 'expand', 'Page', 'SIZE', 'Fields', 'other', '__proto__');

const queries: Arbitrary<Readonly<Record<string, string>>> = oneof(
  { weight: 3, arbitrary: array(tuple(names, texts), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)) },
  { weight: 1, arbitrary: dictionary(string({ maxLength: 5 }), texts, { maxKeys: 3 }) },
  {
    weight: 1,
    arbitrary: array(tuple(constantFrom('filter[name]', 'filter[age.gt]', 'filter', 'filter[a][b]'), texts)).map(
      (entries) => Object.fromEntries(entries),
    ),
  },
);

const ids = oneof(integer({ min: -2, max: 5 }), constantFrom(1.5, 2 ** 53, 2 ** 53 - 1, '1', null, true), double());
const items = oneof(
  record({ id: ids, name: string({ maxLength: 3 }) }, { requiredKeys: [] }),
  ids,
  anything({ withNullPrototype: false }),
);

const bodies: Arbitrary<unknown> = oneof(
  constantFrom(undefined, null, 0, false, '', [], {}, 'text', 7, true),
  array(items, { maxLength: 4 }),
  tuple(items, integer({ min: 98, max: 103 })).map(([item, length]) => Array.from({ length }, () => item)),
  dictionary(string({ maxLength: 4 }), anything(), { maxKeys: 4 }),
  constantFrom(999, 1000, 1001).map((count) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, at])),
  ),
  // What a JSON body can be.
  anything().map((value) => JSON.parse(JSON.stringify(value) ?? 'null')),
);

describe('requestViolations', () => {
  it('finds what Prism finds, in the same words, for 2,000 generated requests', async () => {
    const validate = await openValidator(document);
    const seen = new Set<string>();
    const bodyOf = (takesBody: boolean): Arbitrary<unknown> => (takesBody ? bodies : constant(undefined));
    const requests = constantFrom(...contract.operationIds).chain((operationId) =>
      record({ query: queries, body: bodyOf(contract.operations[operationId].takesBody) }).map(
        (parts: DescribedParts) => ({ operationId, parts }),
      ),
    );
    await assert(
      asyncProperty(requests, async ({ operationId, parts }) => {
        const expected = await validate(operationId, structuredClone(parts));
        expect(requestViolations(operationId, parts)).toEqual(expected);
        for (const message of expected) seen.add(message.replace(/(?<=property |fields\.|expand\.)\d+/, '0'));
      }),
      { seed: 19, numRuns: 2_000 },
    );
    // The generated requests break every rule of the schemas.
    expect([...seen].toSorted()).toEqual([
      'Body parameter is required',
      'Request body must NOT have fewer than 1 items',
      'Request body must NOT have more than 100 items',
      'Request body must NOT have more than 1000 properties',
      'Request body must be array',
      'Request body must be object',
      'Request body property 0 must be <= 9007199254740991',
      'Request body property 0 must be >= 1',
      'Request body property 0 must be integer',
      'Request body property 0 must be object',
      "Request body property 0 must have required property 'id'",
      'Request body property 0.id must be <= 9007199254740991',
      'Request body property 0.id must be >= 1',
      'Request body property 0.id must be integer',
      'Request query parameter expand must NOT have more than 20 items',
      'Request query parameter expand.0 must NOT have fewer than 1 characters',
      'Request query parameter expand.0 must NOT have more than 255 characters',
      'Request query parameter fields must NOT have more than 100 items',
      'Request query parameter fields.0 must NOT have fewer than 1 characters',
      'Request query parameter fields.0 must NOT have more than 255 characters',
      'Request query parameter page must be <= 9007199254740991',
      'Request query parameter page must be >= 0',
      'Request query parameter page must be integer',
      'Request query parameter size must be <= 100',
      'Request query parameter size must be integer',
      'Request query parameter sort must NOT have more than 255 characters',
      'Request query parameter sort must match pattern "^[^,]+,(asc|desc)$"',
    ]);
  });
});
