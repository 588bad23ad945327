import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { anything, assert, constantFrom, double, integer, oneof, property, string } from 'fast-check';

import { validateRecord } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { columnSchema } from '../../src/workspace-contract/index.ts';

/** What no keyword says: formats are annotations, decimal places have none, and dates and NUL are the server's own. */
const UNSAID = /valid (email|URL)|is no address|decimal places|a date|a timestamp|NUL/;

const columns = arbitraryDefinitions(30).flatMap(({ workspaces }) =>
  workspaces.flatMap(({ entities }) => entities.flatMap((entity) => entity.columns)),
);
const values = oneof(
  string({ maxLength: 60, unit: 'grapheme' }),
  constantFrom(
    '',
    ' ',
    'AB-12',
    'open',
    'Zoë',
    'x'.repeat(41),
    '💥'.repeat(40),
    '2026-01-31',
    '2026-01-31T09:30:00Z',
    'a@b.co',
  ),
  integer({ min: -10, max: 110 }),
  constantFrom(0, -0, 1, 2, 5, 100, 2 ** 53, -(2 ** 53), 10 ** 15),
  double({ noNaN: true, noDefaultInfinity: true }),
  constantFrom(true, false, null),
  anything({ maxDepth: 1 }).filter((value) => typeof value === 'object'),
);

describe('columnSchema', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false, allowUnionTypes: true });
  const validators = columns.map((column) => ({ column, accepts: ajv.compile(columnSchema(column, undefined)) }));

  it('accepts what the server accepts, and rejects what it rejects', () => {
    assert(
      property(constantFrom(...validators), values, ({ column, accepts }, value) => {
        const entity = { name: 'Thing', table: 'things', columns: [column] };
        const details = validateRecord(entity, { [column.name]: value }, 'create');
        const said = details.filter(({ message }) => !UNSAID.test(message));
        // A value of a text format that is wrong for the server only is right for the schema.
        if (details.length > 0 && said.length === 0) return;
        expect({ column, value, accepted: accepts(value) }).toEqual({ column, value, accepted: said.length === 0 });
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });

  it('keeps the stricter of two limits', () => {
    const column = {
      name: 'n',
      type: 'INTEGER',
      nullable: false,
      constraints: [{ type: 'POSITIVE' }, { type: 'MIN', value: 3 }],
    } as const;
    expect(columnSchema(column, 4)).toEqual({
      type: 'integer',
      minimum: 3,
      maximum: Number.MAX_SAFE_INTEGER,
      examples: [4],
    });
    const other = { ...column, constraints: [{ type: 'MIN', value: -3 }, { type: 'POSITIVE' }] } as const;
    expect(columnSchema(other, undefined)).toEqual({
      type: 'integer',
      exclusiveMinimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
    });
  });

  it('says in words what no keyword says', () => {
    const column = { name: 'price', type: 'DECIMAL', scale: 3, description: 'In euros.' } as const;
    expect(columnSchema(column, undefined).description).toBe('In euros. At most 3 decimal places.');
    const reference = { name: 'agent_id', type: 'INTEGER', references: 'Agent', unique: true } as const;
    expect(columnSchema(reference, undefined).description).toBe(
      'The id of a record of Agent. No two records have the same value.',
    );
  });
});
