import { describe, expect, it } from '@jest/globals';

import type { AccessMode } from '../access-mode.ts';
import type { ColumnConstraint } from '../constraint.ts';
import { isTextConstraint } from '../constraint.ts';
import type { ColumnDefinition, Definition, EntityDefinition } from '../definition.ts';
import { arbitraryDefinitions } from '../testing/arbitrary-definition.ts';
import { columnDetails } from '../validate-record.ts';
import type { Difference, Impact } from './difference.ts';
import { differences } from './differences.ts';

const definitions = arbitraryDefinitions(60);

type Edit = (entity: EntityDefinition, column: ColumnDefinition) => EntityDefinition | undefined;
type Expected = Pick<Difference, 'kind' | 'change'> & { readonly impact?: Impact };

/** Replaces the entities of the only workspace. */
function withEntities(
  definition: Definition,
  edit: (entities: readonly EntityDefinition[]) => readonly EntityDefinition[],
): Definition {
  return {
    ...definition,
    workspaces: definition.workspaces.map((each) => ({ ...each, entities: edit(each.entities) })),
  };
}

function withColumn(entity: EntityDefinition, column: ColumnDefinition): EntityDefinition {
  return { ...entity, columns: entity.columns.map((each) => (each.name === column.name ? column : each)) };
}

const onColumn =
  (edit: (column: ColumnDefinition) => ColumnDefinition | undefined): Edit =>
  (entity, column) => {
    const edited = edit(column);
    return edited === undefined ? undefined : withColumn(entity, edited);
  };

/** Returns the differences after each place where an edit applies. Those of relations follow from other names, and are tested apart. */
function afterEach(edit: Edit): (readonly [Difference[], EntityDefinition, ColumnDefinition])[] {
  return definitions.flatMap((definition) =>
    (definition.workspaces[0]?.entities ?? []).flatMap((entity) =>
      entity.columns.flatMap((column) => {
        const edited = edit(entity, column);
        if (edited === undefined) return [];
        const after = withEntities(definition, (all) => all.map((each) => (each === entity ? edited : each)));
        const found = differences(definition, after).filter(({ kind }) => kind !== 'relation');
        return [[found, entity, column] as const];
      }),
    ),
  );
}

const isPlain = ({ references, constraints = [], example }: ColumnDefinition): boolean =>
  references === undefined && constraints.length === 0 && example === undefined;

const constraint = (type: ColumnConstraint['type'], value?: number | string): ColumnConstraint =>
  value === undefined ? { type } : { type, value };

const addConstraint = (column: ColumnDefinition, added: ColumnConstraint): ColumnDefinition => ({
  ...column,
  constraints: [...(column.constraints ?? []), added],
});

/** An edit of what values a column accepts: its title, the kind of difference that it makes, and the edit. */
type LimitCase = readonly [string, Difference['kind'], (column: ColumnDefinition) => ColumnDefinition | undefined];

const added = (type: ColumnConstraint['type'], value?: number): LimitCase => [
  `the constraint ${type} ${value ?? ''}`,
  'constraint',
  (column) =>
    (isTextConstraint(type) ? isText : isNumber)(column) ? addConstraint(column, constraint(type, value)) : undefined,
];

const limits: readonly LimitCase[] = [
  ...[-7, -1, 0, 1, 3, 50, 1000].flatMap((value) => [added('MIN', value), added('MAX', value)]),
  ...(['POSITIVE', 'NEGATIVE', 'POSITIVE_OR_ZERO', 'NEGATIVE_OR_ZERO'] as const).map((type) => added(type)),
  ...[0, 1, 2, 4, 20, 30, 255, 500].flatMap((value) => [added('MIN_LENGTH', value), added('MAX_LENGTH', value)]),
  added('NOT_BLANK'),
  added('EMAIL'),
  ...[5, 20, 40, 200].map((length): LimitCase => [
    `the length ${length}`,
    'length',
    (column) => (isText(column) ? { ...column, length } : undefined),
  ]),
  ...[0, 1, 3, 10].map((scale): LimitCase => [
    `${scale} decimal places`,
    'scale',
    (column) => (column.type === 'DECIMAL' ? { ...column, scale } : undefined),
  ]),
  ...[-6, -5, -1, 0, 2, 5, 100].map((value): LimitCase => [
    `the bound ${value} instead of another`,
    'constraint',
    (column) => {
      const [first, ...others] = column.constraints ?? [];
      const hasBound = isNumber(column) && (first?.type === 'MIN' || first?.type === 'MAX');
      return first !== undefined && hasBound ? { ...column, constraints: [{ ...first, value }, ...others] } : undefined;
    },
  ]),
];

describe('the differences of a definition', () => {
  it('from itself do not exist, whatever the order of entities, and with the defaults written out', () => {
    for (const definition of definitions) {
      expect(differences(definition, definition)).toEqual([]);
      const spelledOut = withEntities(definition, (entities) =>
        entities.toReversed().map((entity) => ({ ...entity, columns: entity.columns.map(withDefaults) })),
      );
      expect(differences(definition, spelledOut).filter(({ kind }) => kind !== 'relation')).toEqual([]);
      expect(differences(spelledOut, definition).filter(({ kind }) => kind !== 'relation')).toEqual([]);
    }
  });

  it.each<[string, Expected, Edit]>([
    [
      'a removed column',
      { kind: 'column', change: 'removed', impact: 'major' },
      (entity, column) => ({ ...entity, columns: entity.columns.filter((each) => each !== column) }),
    ],
    [
      'a new column that can be null',
      { kind: 'column', change: 'added', impact: 'minor' },
      (entity) => ({ ...entity, columns: [...entity.columns, { name: 'zz', type: 'TEXT', unique: true }] }),
    ],
    [
      'a new column that is required',
      { kind: 'column', change: 'added', impact: 'major' },
      (entity) => ({ ...entity, columns: [{ name: 'zz', type: 'DATE', nullable: false }, ...entity.columns] }),
    ],
    [
      'another type',
      { kind: 'type', change: 'changed', impact: 'major' },
      onColumn((column) => {
        if (!isPlain(column)) return undefined;
        const { length: _length, scale: _scale, ...rest } = column;
        return { ...rest, type: column.type === 'BOOLEAN' ? 'DATE' : 'BOOLEAN' };
      }),
    ],
    [
      'a column that becomes required',
      { kind: 'nullability', change: 'changed', impact: 'major' },
      onColumn((column) => (column.nullable === false ? undefined : { ...column, nullable: false })),
    ],
    [
      'a column that can become null',
      { kind: 'nullability', change: 'changed', impact: 'major' },
      onColumn((column) => (column.nullable === false ? { ...column, nullable: true } : undefined)),
    ],
    [
      'a column that must become unique',
      { kind: 'unique', change: 'changed', impact: 'major' },
      onColumn((column) => (column.unique === true ? undefined : { ...column, unique: true })),
    ],
    [
      'a column that need not be unique',
      { kind: 'unique', change: 'changed', impact: 'minor' },
      onColumn((column) => (column.unique === true ? { ...column, unique: false } : undefined)),
    ],
    [
      'a longer text',
      { kind: 'length', change: 'changed', impact: 'minor' },
      onColumn((column) => (column.type === 'TEXT' ? { ...column, length: 2000 } : undefined)),
    ],
    [
      'a shorter text',
      { kind: 'length', change: 'changed', impact: 'major' },
      onColumn((column) => (column.type === 'TEXT' ? { ...column, length: 2 } : undefined)),
    ],
    [
      'fewer decimal places',
      { kind: 'scale', change: 'changed', impact: 'major' },
      onColumn((column) => (column.type === 'DECIMAL' && column.scale !== 0 ? { ...column, scale: 0 } : undefined)),
    ],
    [
      'a new reference',
      { kind: 'reference', change: 'added', impact: 'major' },
      (entity, column) =>
        column.type === 'INTEGER' && column.references === undefined
          ? withColumn(entity, { ...column, references: entity.name })
          : undefined,
    ],
    [
      'a reference that is gone',
      { kind: 'reference', change: 'removed', impact: 'major' },
      onColumn(({ references, ...column }) => (references === undefined ? undefined : column)),
    ],
    [
      'constraints that are gone',
      { kind: 'constraint', change: 'removed', impact: 'minor' },
      onColumn((column) => (column.constraints?.length === 1 ? { ...column, constraints: [] } : undefined)),
    ],
    [
      'another message',
      { kind: 'message', change: 'changed', impact: 'patch' },
      onColumn((column) => {
        const [first, ...others] = column.constraints ?? [];
        return first === undefined
          ? undefined
          : { ...column, constraints: [{ ...first, message: 'is wrong' }, ...others] };
      }),
    ],
    [
      'another order of columns',
      { kind: 'order', change: 'changed', impact: 'patch' },
      (entity) => (entity.columns.length > 1 ? { ...entity, columns: entity.columns.toReversed() } : undefined),
    ],
    [
      'another order of constraints',
      { kind: 'order', change: 'changed', impact: 'patch' },
      onColumn((column) => {
        const { constraints = [] } = column;
        return constraints.length > 1 ? { ...column, constraints: constraints.toReversed() } : undefined;
      }),
    ],
    [
      'another description',
      { kind: 'description', change: 'added', impact: 'patch' },
      onColumn((column) => (column.description === undefined ? { ...column, description: 'New.' } : undefined)),
    ],
    [
      'a description that is gone',
      { kind: 'description', change: 'removed', impact: 'patch' },
      onColumn(({ description, ...column }) => (description === undefined ? undefined : column)),
    ],
    [
      'another example',
      { kind: 'example', change: 'added', impact: 'patch' },
      onColumn((column) => (column.type === 'BOOLEAN' ? { ...column, example: true } : undefined)),
    ],
    [
      'another table',
      { kind: 'table', change: 'changed', impact: 'patch' },
      (entity) => ({ ...entity, table: 'other_table' }),
    ],
    [
      'another description of an entity',
      { kind: 'description', change: 'added', impact: 'patch' },
      (entity) => ({ ...entity, description: 'New.' }),
    ],
  ])('after %s are exactly that', (_title, expected, edit) => {
    const all = afterEach(edit);
    expect(all.length).toBeGreaterThan(5);
    for (const [found, entity, column] of all) {
      expect(found).toEqual([expect.objectContaining({ ...expected, workspace: 'random', entity: entity.name })]);
      const [difference] = found;
      expect(difference?.message).toContain(entity.name);
      if (difference?.column !== undefined) expect(['zz', column.name]).toContain(difference.column);
    }
  });

  it.each(limits)('after %s are major exactly if a value that was accepted no longer is', (_title, kind, edit) => {
    const all = afterEach(onColumn(edit));
    expect(all.length).toBeGreaterThan(5);
    for (const [found, , column] of all) {
      const after = edit(column);
      if (after === undefined) throw new Error('the edit does not apply');
      const isBroken = valuesFor(column, after).some(
        (value) => columnDetails(column, value).length === 0 && columnDetails(after, value).length > 0,
      );
      const relevant = found.filter((each) => each.kind === kind);
      expect(relevant.length).toBe(found.length);
      expect([column, after, relevant.some(({ impact }) => impact === 'major')]).toEqual([column, after, isBroken]);
    }
  });
});

/** A definition of the entities that the following tests change. */
const helpdesk = (...entities: readonly EntityDefinition[]): Definition => ({
  organization: 'acme',
  workspaces: [{ slug: 'helpdesk', mode: 'ACTIVE', keys: [], entities }],
});

const agent: EntityDefinition = { name: 'Agent', table: 'agents', columns: [{ name: 'name', type: 'TEXT' }] };
const ticket: EntityDefinition = {
  name: 'Ticket',
  table: 'tickets',
  columns: [
    { name: 'agent_id', type: 'INTEGER', references: 'Agent' },
    { name: 'hours', type: 'DECIMAL', constraints: [{ type: 'POSITIVE' }, { type: 'MAX', value: 10 }] },
  ],
};

/** Returns the impacts, kinds and messages of the differences. */
const linesOf = (before: Definition, after: Definition): readonly string[] =>
  differences(before, after).map(({ impact, kind, message }) => `${impact} ${kind}: ${message}`);

describe('the impact of a change depends on who notices it:', () => {
  const both = helpdesk(agent, ticket);
  const withHours = (edit: Partial<ColumnDefinition>): Definition =>
    helpdesk(agent, withColumn(ticket, { name: 'hours', type: 'DECIMAL', ...edit }));

  it.each<[string, Definition, Definition, readonly string[]]>([
    [
      'an entity whose records nothing referenced can no longer always be deleted',
      helpdesk(agent),
      both,
      ['major entity: Ticket was added, so deleting Agent can now return 400 FOREIGN_KEY_VIOLATION'],
    ],
    [
      'an entity that references only itself is new',
      both,
      helpdesk(agent, ticket, {
        name: 'Node',
        table: 'nodes',
        columns: [{ name: 'parent_id', type: 'INTEGER', references: 'Node' }],
      }),
      ['minor entity: Node was added'],
    ],
    ['an entity is gone', both, helpdesk(agent), ['major entity: Ticket was removed']],
    [
      'a second reference renames the relation of the first',
      both,
      helpdesk(agent, {
        ...ticket,
        columns: [...ticket.columns, { name: 'reporter_id', type: 'INTEGER', references: 'Agent' }],
      }),
      [
        'major relation: the relation tickets of Agent is now called tickets_by_agent, which breaks expand and fields',
        'minor column: Ticket.reporter_id was added',
      ],
    ],
    [
      'a column takes the name of a relation',
      both,
      helpdesk(agent, { ...ticket, columns: [...ticket.columns, { name: 'agent', type: 'TEXT' }] }),
      [
        'minor column: Ticket.agent was added',
        'major relation: the relation agent of Ticket is now called agent_id, which breaks expand and fields',
      ],
    ],
    [
      'a constraint that another one loosens',
      both,
      withHours({ constraints: [{ type: 'POSITIVE_OR_ZERO' }, { type: 'MAX', value: 20 }] }),
      [
        'minor constraint: Ticket.hours no longer has the constraint POSITIVE',
        'minor constraint: Ticket.hours has the new constraint POSITIVE_OR_ZERO, which rejects no value that was accepted before',
        'minor constraint: Ticket.hours has the constraint MAX 20, was MAX 10',
      ],
    ],
    [
      'more decimal places leave room for the numbers that the constraints allow',
      both,
      withHours({ scale: 3, constraints: [{ type: 'POSITIVE' }, { type: 'MAX', value: 10 }] }),
      ['minor scale: Ticket.hours can now have 3 decimal places, was 2'],
    ],
    [
      'more decimal places leave less room for other numbers',
      withHours({}),
      withHours({ scale: 3 }),
      [
        'major scale: Ticket.hours can now have 3 decimal places, was 2; numbers beyond 999999999999.999 are no longer accepted',
      ],
    ],
    [
      'writes become possible',
      withMode('READ_ONLY'),
      withMode('ACTIVE'),
      ['minor mode: the mode is now ACTIVE, was READ_ONLY, so records can be written'],
    ],
    [
      'writes become impossible',
      withMode('SCHEMA_LOCKED'),
      withMode('MAINTENANCE'),
      ['major mode: the mode is now MAINTENANCE, was SCHEMA_LOCKED, so every write returns 409'],
    ],
    [
      'a mode that allows the same',
      withMode('SCHEMA_LOCKED'),
      withMode('ACTIVE'),
      ['patch mode: the mode is now ACTIVE, was SCHEMA_LOCKED'],
    ],
    [
      'another organization and other workspaces',
      both,
      { organization: 'umbrella', workspaces: both.workspaces.map((each) => ({ ...each, slug: 'desk' })) },
      [
        'major organization: the organization is now umbrella, was acme, so every path changes',
        'major workspace: the workspace helpdesk was removed',
        'minor workspace: the workspace desk was added',
      ],
    ],
  ])('%s', (_title, before, after, lines) => {
    expect(linesOf(before, after).toSorted()).toEqual([...lines].toSorted());
  });
});

function withMode(mode: AccessMode): Definition {
  return { organization: 'acme', workspaces: [{ slug: 'helpdesk', mode, keys: [], entities: [agent] }] };
}

const isNumber = ({ type, references }: ColumnDefinition): boolean =>
  references === undefined && (type === 'INTEGER' || type === 'DECIMAL');

/** Regular expressions and formats are left out: which values they accept is not compared. */
const isText = ({ type, constraints = [] }: ColumnDefinition): boolean =>
  type === 'TEXT' && constraints.every((each) => !['PATTERN', 'EMAIL', 'URL', 'NOT_BLANK'].includes(each.type));

/** Values at and beside every bound of both columns. */
function valuesFor(...columns: readonly ColumnDefinition[]): readonly unknown[] {
  const bounds = columns.flatMap(({ constraints = [], length = 255 }) => [
    length,
    ...constraints.map(({ value }) => Number(value ?? 0)),
  ]);
  if (columns.some(({ type }) => type === 'TEXT'))
    return [...new Set(bounds)].flatMap((bound) =>
      [bound - 1, bound, bound + 1].flatMap((length) => (length < 0 ? [] : ['x'.repeat(length), ' '.repeat(length)])),
    );
  const extremes = columns.flatMap(({ scale = 2 }) => [scale, 0].map((places) => (10 ** 15 - 1) / 10 ** places));
  const all = [
    ...bounds,
    ...extremes,
    ...extremes.map((each) => -each),
    0,
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
  ];
  return all.flatMap((bound) => [
    bound,
    ...[0, 1, 2, 3, 4, 10].flatMap((places) => [bound - 10 ** -places, bound + 10 ** -places]),
  ]);
}

function withDefaults(column: ColumnDefinition): ColumnDefinition {
  return {
    ...column,
    nullable: column.nullable ?? true,
    unique: column.unique ?? false,
    constraints: column.constraints ?? [],
    ...(column.type === 'TEXT' ? { length: column.length ?? 255 } : {}),
    ...(column.type === 'DECIMAL' ? { scale: column.scale ?? 2 } : {}),
  };
}
