import { describe, expect, it } from '@jest/globals';

import { parseDefinition, validateRecord } from '../workspace/index.ts';
import { exampleValue } from '../workspace/index.ts';
import { arbitraryDefinitions } from '../workspace/testing/arbitrary-definition.ts';
import { draftDefinition } from './draft-definition.ts';
import type { EntitySample, SampledRecord } from './entity-sample.ts';

/** Drafts an entity from records, and returns its columns by name and its description. */
async function drafted(records: readonly SampledRecord[], more: Partial<EntitySample> = {}) {
  const entities = [{ name: 'Thing', records, relations: [], ...more }];
  const { workspaces } = await parseDefinition(draftDefinition({ organization: 'acme', workspace: 'desk', entities }));
  const [thing] = workspaces[0]?.entities ?? [];
  const columns = new Map((thing?.columns ?? []).map((column) => [column.name, column]));
  return { columns, description: thing?.description ?? '' };
}

describe('the draft of a definition', () => {
  it('accepts the records that it was drafted from, whatever the definition of their server', async () => {
    for (const { organization, workspaces } of arbitraryDefinitions(40)) {
      for (const { slug, entities } of workspaces) {
        const samples = entities.map(({ name, columns }): EntitySample => {
          const filled = Object.fromEntries(
            columns.map((column) => [column.name, column.example ?? exampleValue(column) ?? null]),
          );
          const empty = Object.fromEntries(columns.map((column) => [column.name, null]));
          return {
            name,
            records: [
              { id: 1, ...filled },
              { id: 2, ...empty },
            ],
            relations: [],
          };
        });
        const definition = await parseDefinition(draftDefinition({ organization, workspace: slug, entities: samples }));
        const names = entities.map(({ name }) => name);
        expect(definition.workspaces[0]?.entities.map(({ name }) => name)).toEqual(names);
        for (const [index, entity] of (definition.workspaces[0]?.entities ?? []).entries()) {
          expect(entity.columns.map(({ name }) => name)).toEqual(entities[index]?.columns.map(({ name }) => name));
          for (const { id: _id, ...record } of samples[index]?.records ?? [])
            expect(validateRecord(entity, record, 'create')).toEqual([]);
        }
      }
    }
  });

  it.each<[string, readonly unknown[], object, string]>([
    ['true and false', [true, false], { type: 'BOOLEAN' }, 'Draft: no record has null, but null is allowed.'],
    ['whole numbers', [1, null, 3], { type: 'INTEGER' }, 'Draft: 1 of 3 have null; only whole numbers.'],
    ['numbers beyond the safe ones', [1e20], { type: 'INTEGER' }, 'some numbers are too large'],
    ['decimals', [1, 2.5, 0.125], { type: 'DECIMAL', scale: 3 }, 'at most 3 decimal places'],
    ['endless decimals', [1 / 3], { type: 'DECIMAL' }, 'some numbers have too many digits'],
    ['days', ['2026-02-28', '2024-02-29'], { type: 'DATE' }, 'Draft: no record has null'],
    ['a day that does not exist', ['2026-02-29'], { type: 'TEXT' }, 'at most 10 characters'],
    ['times', ['2026-02-28T10:00:00Z', '2026-02-28T10:00:00.123+01:00'], { type: 'TIMESTAMP' }, 'Draft: no record'],
    ['days and times', ['2026-02-28', '2026-02-28T10:00:00Z'], { type: 'TEXT' }, 'at most 20 characters'],
    ['characters beyond UTF-16', ['😀😀'], { type: 'TEXT' }, 'at most 2 characters'],
    ['long texts', ['x'.repeat(256)], { type: 'TEXT', length: 1000 }, 'at most 256 characters'],
    ['only nulls', [null, null], { type: 'TEXT' }, 'Draft: the type is assumed, because no record has a value.'],
  ])('of %s', async (_title, values, column, description) => {
    const { columns } = await drafted(values.map((value, index) => ({ id: index, value })));
    const { description: found = '', ...others } = columns.get('value') ?? { type: undefined };
    expect(others).toEqual({
      name: 'value',
      ...column,
      ...('scale' in column || others.type !== 'DECIMAL' ? {} : { scale: 2 }),
    });
    expect(found).toContain(description);
  });

  it('leaves out what a definition cannot describe, and says so without what a server could smuggle in', async () => {
    const record = JSON.parse(
      '{"id":"a","ok":1,"Ok":2,"tags":[],"place":{},"created-at":"x","__proto__":1,"xmin":1,"\\u202e\\n```":1,"constructor":{"a":1}}',
    );
    const { columns, description } = await drafted(
      [record, { ok: 'text', other: true, mixed: 1 }, { mixed: 'x', ok: 2 }],
      { total: 900 },
    );
    expect([...columns.keys()]).toEqual(['Ok', 'other']);
    expect(description).toBe(
      'Drafted from 3 of 900 records. The name of the table is assumed. Left out: "ok" (its values are of different types), ' +
        '"tags" (its values are lists), "place" (its values are objects), "created-at" (a column cannot have this name), ' +
        '"__proto__" (a column cannot have this name), "xmin" (a column cannot have this name), "?\\n```" (a column cannot have this ' +
        'name), "constructor" (a column cannot have this name), "mixed" (its values are of different types).',
    );
  });

  it('references an entity only if exactly one has the expanded record', async () => {
    const records = [{ id: 1, a_id: 1, b_id: 2, c_id: 3, d: 4 }];
    const relations = [
      { column: 'a_id', name: 'a', entities: ['Thing'] },
      { column: 'b_id', name: 'b', entities: [] },
      { column: 'c_id', name: 'c', entities: ['Thing', 'Other'] },
    ];
    const { columns } = await drafted(records, { relations });
    expect(
      [...columns.values()].map(({ references, description }) => [references, description?.split('; ').at(-1)]),
    ).toEqual([
      ['Thing', 'expand=a returns records of Thing.'],
      [undefined, 'expand=b returns records of an entity that is not in this draft.'],
      [undefined, 'expand=c returns records that could be of Thing or Other.'],
      [undefined, 'only whole numbers.'],
    ]);
  });

  it('gives each entity its own table', async () => {
    const names = ['LineItem', 'Category', 'Box', 'Day', 'line_item', 'A'.repeat(63)];
    const entities = names.map((name) => ({ name, records: [{ a: 1 }], relations: [] }));
    const { workspaces } = await parseDefinition(draftDefinition({ organization: 'a', workspace: 'b', entities }));
    expect(workspaces[0]?.entities.map(({ table }) => table)).toEqual([
      'line_items',
      'categories',
      'boxes',
      'days',
      'line_items_2',
      'a'.repeat(58),
    ]);
  });
});
