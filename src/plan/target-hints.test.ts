import { describe, expect, it } from '@jest/globals';

import { accessModes, allowsWrites, demoTarget, isAccessMode, modeName } from '../workspace/index.ts';
import { parseTarget } from './parse-target.ts';
import targetSchema from './target.schema.json' with { type: 'json' };
import { targetHints } from './target-hints.ts';

const demo = {
  entity: {},
  reference: {},
  restricted: {},
  ...demoTarget('http://127.0.0.1:1', { faults: true }),
};
const hintsOf = (change: object): readonly string[] => targetHints(parseTarget({ ...demo, ...change }, {}));

describe('the hints about a target file', () => {
  it('are empty for a complete file, and for an empty one', () => {
    expect(hintsOf({})).toEqual([]);
    expect(targetHints(parseTarget({ baseUrl: 'http://x' }, {}))).toEqual([]);
  });

  it.each([
    [{ entity: { ...demo.entity, invalid: { age: 34, name: 'Jane Doe', email: 'x' } } }, ['age', 'name']],
    [{ entity: { ...demo.entity, invalid: { age: '34', phone: 1 } } }, []],
  ])('name the invalid values of %j that are valid', (change, columns) => {
    expect(hintsOf(change)).toEqual(
      columns.map((column) => expect.stringContaining(`"entity.invalid.${column}" is the value that`)),
    );
  });

  it('name a referencing column that no record has', () => {
    expect(hintsOf({ reference: { ...demo.reference, column: 'custmer_id' } })).toEqual([
      expect.stringContaining('"reference.column" is "custmer_id", but "reference.valid" has no "custmer_id"'),
    ]);
  });

  describe.each([7, '7', null])('about a reference to the fixed record %j', (customer) => {
    const reference = { ...demo.reference, valid: { orderNumber: 'ORD-{run}', customer_id: customer } };

    it('say that nothing references the parent of the run', () => {
      expect(hintsOf({ reference })).toEqual([
        expect.stringContaining('"reference.valid.customer_id" does not contain {parent}'),
      ]);
    });

    it.each([
      { unreachable: { recordReferenced: 'cascades' } },
      { unreachable: { 'deleteRecord.recordReferenced': 'cascades' } },
      { absentOperations: { deleteRecord: 'nothing is deleted' } },
      { stateless: true },
    ])('say nothing if no record is deleted for it: %j', (change) => {
      expect(hintsOf({ reference, ...change })).toEqual([]);
    });
  });

  it.each(['customers/{parent}', { id: '{parent}' }, ['{parent}']])('accept the reference %j', (customer) => {
    expect(hintsOf({ reference: { ...demo.reference, valid: { customer_id: customer } } })).toEqual([]);
  });

  const modes = accessModes.filter((mode) => isAccessMode(mode) && !allowsWrites(mode));
  const withMode = (mode: string): readonly string[] => hintsOf({ restricted: { ...demo.restricted, mode } });

  it.each(modes)('name the usual spelling of %s', (mode) => {
    const usual = isAccessMode(mode) ? modeName(mode) : '';
    expect(targetSchema.properties.restricted.properties.mode.examples).toContain(usual);
    for (const text of [mode, usual.toUpperCase(), ` ${usual}`])
      expect(withMode(text)).toEqual([expect.stringMatching(`must be ".*${text}.*"; the usual name is "${usual}"`)]);
    expect(withMode(usual)).toEqual([]);
  });

  it.each(['locked', 'archived'])('accept the mode %j of another server', (mode) => {
    expect(withMode(mode)).toEqual([]);
  });
});
