import { describe, expect, it } from '@jest/globals';

import { parseTarget, TargetError } from './parse-target.ts';

const entity = {
  name: 'Customer',
  valid: { name: 'Jane', email: 'jane-{run}@example.com', age: 3 },
  unique: 'email',
  required: 'name',
  invalid: { email: 'nope' },
};
const read = (change: object, file: object = {}): unknown =>
  parseTarget({ baseUrl: 'http://x', entity: { ...entity, ...change }, ...file }, {});

describe('the entity of a target file', () => {
  it.each([
    [{ unique: 'mail' }, 'entity.unique is "mail", but entity.valid has no "mail"'],
    [{ unique: 'toString' }, 'entity.unique is "toString", but entity.valid has no "toString"'],
    [{ required: 'nme' }, 'entity.required is "nme", but entity.valid has no "nme"'],
    [{ unique: 'name' }, 'entity.valid.name must contain {run}, because entity.unique names it'],
    [{ unique: 'age' }, 'entity.valid.age must be a string that contains {run}, because entity.unique names it'],
  ])('is refused before the run with %j', (change, problem) => {
    expect(() => read(change)).toThrow(new TargetError(`the target file cannot be used: ${problem}`));
  });

  it('is refused once for each mistake', () => {
    const problems = 'entity.unique is "mail", but entity.valid has no "mail"; entity.required is "nme", but';
    expect(() => read({ unique: 'mail', required: 'nme' })).toThrow(problems);
  });

  it.each(['{run}', 'a{run:9}z', '{parent}-{run}'])('is read with the unique value %j', (email) => {
    const reference = { entity: 'B', valid: { a: '{parent}' }, column: 'a', parent: 'C', table: 'c', missing: 9 };
    expect(() => read({ valid: { ...entity.valid, email } }, { reference })).not.toThrow();
  });

  it('may repeat its unique value on a target that stores nothing', () => {
    expect(() => read({ unique: 'name' }, { stateless: true })).not.toThrow();
    expect(() => read({ unique: 'mail' }, { stateless: true })).toThrow('entity.valid has no "mail"');
  });

  it('is not compared with values that are never sent, because the target creates no records', () => {
    const absent = (...operations: readonly string[]): object => ({
      absentOperations: Object.fromEntries(operations.map((operation) => [operation, 'read-only'])),
    });
    const change = { unique: 'id', required: 'nme' };
    expect(() => read(change, absent('createRecord', 'bulkCreateRecords'))).not.toThrow();
    expect(() => read(change, absent('createRecord'))).toThrow('entity.unique is "id"');
  });

  it('has no other problem if the variable with its unique value is not set', () => {
    const valid = { ...entity.valid, email: { env: 'UNSET' } };
    expect(() => read({ valid })).toThrow(
      new TargetError('the target file cannot be used: the environment has no UNSET'),
    );
  });
});

describe('a target file', () => {
  const parse = (file: object): unknown => parseTarget({ baseUrl: 'http://x', ...file }, {});
  const reference = {
    entity: 'Order',
    valid: { a: '{parent}' },
    column: 'a',
    parent: 'Account',
    table: 'c',
    missing: 9,
  };
  const restricted = { workspace: 'sales', key: 'sk_live_archive', mode: 'design' };
  const absentOperations = { createRecord: 'read-only', bulkCreateRecords: 'read-only' };

  it.each([
    [{ workspace: 'sales', restricted }, 'restricted.workspace and workspace are both "sales", but'],
    [{ entity: { ...entity, missing: 'Customer' } }, 'entity.missing and entity.name are both "Customer"'],
    [{ entity: { ...entity, missing: 'Order' }, reference }, 'entity.missing and reference.entity are both "Order"'],
    [
      { entity: { ...entity, missing: 'Account' }, reference },
      'entity.missing and reference.parent are both "Account"',
    ],
    [{ fixtures: { missingId: 7, existingId: '7' } }, 'fixtures.missingId and fixtures.existingId are both 7'],
    [{ fixtures: { missingId: 'a', referencedId: 'a' } }, 'fixtures.missingId and fixtures.referencedId are both "a"'],
  ])('is refused before the run with %j', (file, problem) => {
    expect(() => parse(file)).toThrow(TargetError);
    expect(() => parse(file)).toThrow(problem);
  });

  it.each([
    { workspace: 'sales', restricted: { ...restricted, workspace: 'archive' } },
    { workspace: 'sales', restricted, stateless: true },
    { workspace: 'sales', restricted, absentOperations },
    { entity: { ...entity, missing: 'customer' }, reference },
    { entity, reference: { ...reference, parent: 'Customer' } },
    { fixtures: { missingId: 7, existingId: 8, referencedId: 8 } },
    { fixtures: { existingId: 8, referencedId: 8 } },
  ])('is read with %j', (file) => {
    expect(() => parse(file)).not.toThrow();
  });
});
