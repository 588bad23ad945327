import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { ColumnDefinition, Definition, EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { exampleValue } from '../../../workspace/index.ts';
import type { Administration } from '../administration.ts';
import { hashOf } from '../key-hash.ts';
import type { Store } from '../store.ts';
import { AdministrationError, ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import type { Administered } from './administration-facts.ts';

function definition(organization: string, ...workspaces: readonly WorkspaceDefinition[]): Definition {
  return { organization, workspaces };
}

/**
 * The tests that the update of workspaces must pass in every database. `open` returns an empty database, and `definitions` are of one
 * workspace each.
 */
export function updateFacts(
  open: () => Promise<Pick<Administered, 'store' | 'administration'>>,
  definitions: readonly Definition[],
): void {
  let store: Store;
  let administration: Administration;
  beforeAll(async () => {
    ({ store, administration } = await open());
  });
  afterAll(async () => {
    await Promise.all([store.close(), administration.close()]);
  });

  const key = { name: 'all', key: 'sk_live_update_0123456789', permission: 'READ_WRITE' } as const;
  const note: ColumnDefinition = { name: 'note', type: 'TEXT', nullable: false };
  const rank: ColumnDefinition = { name: 'rank', type: 'INTEGER' };
  const things: EntityDefinition = { name: 'Thing', table: 'things', columns: [note, rank] };
  const records = { Thing: [{ note: 'one', rank: 1 }, { note: ' ', rank: -2 }, { note: 'three' }] };
  const changed = (slug: string, entities: readonly EntityDefinition[], more: Partial<WorkspaceDefinition> = {}) =>
    definition('update', { slug, mode: 'ACTIVE', entities, keys: [], ...more });
  const withColumns = (...columns: readonly ColumnDefinition[]): EntityDefinition => ({ ...things, columns });

  /** Finds a collection as a request with the key does. */
  async function served(name: string) {
    const found = await store.findKey(hashOf(key.key));
    const entities = await store.findEntities('update/main', found?.revision);
    const entity = entities.find((each) => each.name === name);
    if (entity === undefined) throw new Error(`there is no entity ${name}`);
    return { workspace: 'update/main', entity, entities };
  }

  beforeAll(async () => {
    await administration.createWorkspaces(changed('main', [things], { keys: [key], records }));
    await administration.createWorkspaces(changed('twin', [things], { records }));
    // The server has read the entities before they change.
    await served('Thing');
  });

  const owners: EntityDefinition = {
    name: 'Owner',
    table: 'owners',
    columns: [
      { name: 'code', type: 'TEXT', nullable: false, unique: true },
      { name: 'boss_id', type: 'INTEGER', references: 'Owner' },
    ],
  };
  const more = [
    {
      ...note,
      constraints: [{ type: 'MIN_LENGTH', value: 1, message: 'is too short' }],
      description: 'What it says.',
    },
    { ...rank, constraints: [{ type: 'MIN', value: -2 }] },
    { name: 'slug', type: 'TEXT', unique: true, length: 1000 },
    { name: 'owner_id', type: 'INTEGER', references: 'Owner' },
    { name: 'price', type: 'DECIMAL', scale: 3 },
  ] as const;

  it('has what was added from the next request on, and every record', async () => {
    const after = changed('main', [withColumns(...more), owners], { mode: 'SCHEMA_LOCKED' });
    const differing = await administration.compareWorkspaces(after);
    expect(differing.map(({ differences }) => differences.length)).toEqual([8]);
    expect(await administration.updateWorkspaces(after)).toEqual([
      { organization: 'update', workspace: 'main', created: false, changes: expect.any(Array) },
    ]);
    expect(await store.findKey(hashOf(key.key))).toMatchObject({ mode: 'SCHEMA_LOCKED', revision: 1 });
    const collection = await served('Thing');
    expect(collection.entity.columns).toEqual(more);
    const { records: listed, totalElements } = await store.list(collection, { filters: [], page: 0, size: 10 });
    expect([listed, totalElements]).toEqual([
      [
        { id: 1, note: 'one', rank: 1, slug: null, owner_id: null, price: null },
        { id: 2, note: ' ', rank: -2, slug: null, owner_id: null, price: null },
        { id: 3, note: 'three', rank: null, slug: null, owner_id: null, price: null },
      ],
      3,
    ]);
    const ownersOf = await served('Owner');
    expect(await store.create(ownersOf, { code: 'a' })).toEqual({ id: 1, code: 'a', boss_id: null });
    await expect(store.create(ownersOf, { code: 'b', boss_id: 9 })).rejects.toThrow(ForeignKeyViolation);
    const slug = 'é'.repeat(900);
    expect(await store.create(collection, { note: 'four', slug, owner_id: 1, price: 0.125 })).toMatchObject({
      id: 4,
      price: 0.125,
    });
    await expect(store.update(collection, 1, { slug })).rejects.toThrow(UniqueViolation);
    await expect(store.update(collection, 1, { owner_id: 2 })).rejects.toThrow(ForeignKeyViolation);
    await expect(store.delete(ownersOf, 1)).rejects.toThrow(ReferencedViolation);
    expect(await administration.compareWorkspaces(after)).toMatchObject([{ differences: [] }]);
    expect(await administration.updateWorkspaces(after)).toMatchObject([{ changes: [] }]);
    expect(await store.findKey(hashOf(key.key))).toMatchObject({ revision: 1 });
  });

  it('leaves workspaces that were defined alike as they are, which can add the same', async () => {
    const entities = await store.findEntities('update/twin');
    const [entity] = entities;
    if (entity === undefined) throw new Error('there are no entities');
    expect(await store.get({ workspace: 'update/twin', entity, entities }, 3)).toEqual({
      id: 3,
      note: 'three',
      rank: null,
    });
    expect(await store.create({ workspace: 'update/twin', entity, entities }, { note: 'n' })).toMatchObject({
      id: 4,
    });
    await administration.updateWorkspaces(changed('twin', [withColumns(...more), owners]));
    const now = await store.findEntities('update/twin', 1);
    const [first] = now;
    if (first === undefined) throw new Error('there are no entities');
    const twin = { workspace: 'update/twin', entity: first, entities: now };
    // Its own sequence, uniqueness and references.
    expect(await store.create(twin, { note: 'five', slug: 'é'.repeat(900) })).toMatchObject({ id: 5 });
    await expect(store.create(twin, { note: 'six', owner_id: 1 })).rejects.toThrow(ForeignKeyViolation);
  });

  const broken = [
    { ...note, constraints: [{ type: 'NOT_BLANK' }] },
    { ...rank, constraints: [{ type: 'POSITIVE' }, { type: 'MIN', value: -2 }] },
  ] as const;

  it.each<[string, readonly EntityDefinition[], readonly string[]]>([
    [
      'it adds constraints that records break',
      [withColumns(...broken)],
      [
        'Thing.note: the record 2 breaks the new constraint NOT_BLANK: correct it, or leave out the constraint',
        'Thing.rank: the record 2 breaks the new constraint POSITIVE: correct it, or leave out the constraint',
      ],
    ],
    [
      'it does more than add',
      [withColumns({ ...note, type: 'DATE' }, { name: 'price', type: 'DECIMAL', nullable: false })],
      [
        'Thing.rank was removed: keep it in the file',
        'Thing.price was added as a required column: let it be null, because existing records have no value',
        'Thing.note is now DATE, was TEXT: keep the type, and add another column',
      ],
    ],
    ['an entity is gone', [owners], ['Thing was removed: keep it in the file']],
    [
      'a column changes in other ways',
      [
        {
          ...withColumns({ ...broken[0], nullable: true, unique: true, length: 300 }, { ...rank, references: 'Thing' }),
          table: 't',
        },
      ],
      [
        'the table of Thing is now t, was things, as messages about references say: keep its name',
        'Thing.note can now be null, and be left out: keep it as it was',
        'Thing.note must now be unique: keep it as it was',
        'Thing.note can now have 300 characters, was 255: keep it as it was',
        'Thing.rank now references Thing: keep it as it was',
        'Thing.note: the record 2 breaks the new constraint NOT_BLANK: correct it, or leave out the constraint',
      ],
    ],
  ])('stays as it was if %s, and the message lists everything', async (_title, entities, lines) => {
    const fresh: WorkspaceDefinition = { slug: 'third', mode: 'ACTIVE', entities: [owners], keys: [] };
    await administration.createWorkspaces(changed('kept', [things], { records })).catch(() => undefined);
    const several = { ...changed('kept', entities, { mode: 'DESIGN' }) };
    const both = { ...several, workspaces: [fresh, ...several.workspaces] };
    const refused = administration.updateWorkspaces(both);
    await expect(refused).rejects.toThrow(AdministrationError);
    await expect(refused).rejects.toThrow(
      `nothing was changed, because an update only adds:\n${lines.map((line) => `  update/kept: ${line}\n`).join('')}`,
    );
    expect(await administration.findWorkspace({ slug: 'kept' })).toMatchObject({ mode: 'ACTIVE' });
    await expect(administration.findWorkspace({ slug: 'third' })).rejects.toThrow('there is no workspace third');
    expect(await store.findEntities('update/kept')).toEqual([things]);
  });

  it('names only some of many records that break a constraint', async () => {
    const many = Array.from({ length: 1203 }, (_, index) => ({ note: index % 2 === 0 ? 'even' : 'odd' }));
    await administration.createWorkspaces(changed('many', [things], { records: { Thing: many } }));
    const columns = [{ ...note, constraints: [{ type: 'MAX_LENGTH', value: 3 }] as const }, rank];
    await expect(administration.updateWorkspaces(changed('many', [withColumns(...columns)]))).rejects.toThrow(
      'Thing.note: 602 records break the new constraint MAX_LENGTH 3 (such as 1, 3, 5, 7, 9): correct them',
    );
  });

  it('adds entities and columns of any name, type and rule that a definition can have', async () => {
    for (const [index, { workspaces }] of definitions.entries()) {
      const slug = `any-${index}`;
      const after = (workspaces[0]?.entities ?? []).map((entity) => ({
        ...entity,
        columns: entity.columns.map((column) => ({ ...column, nullable: true })),
      }));
      const before = after.slice(0, 2).flatMap(({ columns, ...entity }) => {
        const [first] = columns.filter(({ references }) => references === undefined);
        return first === undefined ? [] : [{ ...entity, columns: [first] }];
      });
      await administration.createWorkspaces(changed(slug, before));
      await administration.updateWorkspaces(changed(slug, after));
      expect(await administration.compareWorkspaces(changed(slug, after))).toMatchObject([{ differences: [] }]);
      const entities = await store.findEntities(`update/${slug}`, 1);
      expect(entities).toEqual(after);
      for (const entity of entities) {
        const collection = { workspace: `update/${slug}`, entity, entities };
        const values = entity.columns.map((column) => [
          column.name,
          column.references === undefined ? (column.example ?? exampleValue(column) ?? null) : null,
        ]);
        const created = await store.create(collection, Object.fromEntries(values));
        expect(created).toEqual({ id: 1, ...Object.fromEntries(values) });
        const all = await store.list(collection, { filters: [], page: 0, size: 10 });
        expect(all).toEqual({ records: [created], totalElements: 1 });
        const own = entity.columns.filter(({ references }) => references === entity.name);
        for (const { name } of own)
          await expect(store.update(collection, 1, { [name]: 9 })).rejects.toThrow(ForeignKeyViolation);
      }
    }
  });

  it('can be created together with an update, but not alone', async () => {
    const fresh: WorkspaceDefinition = { slug: 'fourth', mode: 'ACTIVE', entities: [owners], keys: [] };
    const { workspaces } = changed('main', [withColumns(...more), owners]);
    const both = definition('update', fresh, ...workspaces);
    expect(await administration.updateWorkspaces(both)).toMatchObject([
      { workspace: 'fourth', created: true, changes: [] },
      { workspace: 'main', created: false, changes: ['the mode is now ACTIVE, was SCHEMA_LOCKED'] },
    ]);
    await expect(administration.updateWorkspaces(definition('updtae', fresh))).rejects.toThrow(
      'the database does not have updtae/fourth: correct the names',
    );
  });
}
