import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import { DefinitionError, differentValues, exampleValue, samplesOf } from '../workspace/portable/index.ts';

/** Example values of an entity, by column. */
export type ExampleValues = ReadonlyMap<string, unknown>;

/**
 * Returns example values for a record of an entity: those of its first record in the definition, completed with values that satisfy every
 * constraint.
 * @throws {DefinitionError} if no value is found for a column that needs one
 */
export function exampleValues(
  { records }: Pick<WorkspaceDefinition, 'records'>,
  entity: EntityDefinition,
): ExampleValues {
  const [first = {}] = new Map(Object.entries(records ?? {})).get(entity.name) ?? [];
  const stored = new Map(Object.entries(first));
  return new Map(
    entity.columns.map((column) => {
      const own = stored.get(column.name) ?? exampleOf(column);
      if (own === undefined && column.nullable === false)
        throw new DefinitionError([
          {
            path: '',
            message: `add an "example" to the column ${column.name} of ${entity.name}: no value was found that satisfies its constraints`,
          },
        ]);
      return [column.name, own ?? null];
    }),
  );
}

function exampleOf(column: ColumnDefinition): unknown {
  // An optional reference to the same entity would make the first record reference itself.
  if (column.references !== undefined && column.nullable !== false && column.example === undefined) return null;
  return exampleValue(column, samplesOf);
}

/** How many records an entity without records of its own gets as examples. */
const EXAMPLES = 3;

/**
 * Returns the records of an entity in its workspace's definition, with every column. If it has none, returns up to three examples, the same ones on every
 * call: each satisfies every constraint, and they differ from each other in every column where that is possible.
 * @throws {DefinitionError} if no value is found for a column that needs one
 */
export function exampleRecords(
  workspace: Pick<WorkspaceDefinition, 'records'>,
  entity: EntityDefinition,
): readonly Readonly<Record<string, unknown>>[] {
  const own = new Map(Object.entries(workspace.records ?? {})).get(entity.name) ?? [];
  if (own.length > 0) return own.map((record) => completed(entity, record));
  const first = exampleValues(workspace, entity);
  const columns = entity.columns.map((column) => ({ column, values: variety(column, first.get(column.name)) }));
  const count = Math.min(
    EXAMPLES,
    ...columns.flatMap(({ column, values }) => (column.unique === true && values[0] !== null ? [values.length] : [])),
  );
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(columns.map(({ column, values }) => [column.name, values[index % values.length] ?? null])),
  );
}

/** The values of a column in the example records. An optional reference is empty in the first one, which may have nothing to refer to. */
function variety(column: ColumnDefinition, first: unknown): readonly unknown[] {
  if (column.references !== undefined && first === null) return [null, 1, 2];
  return differentValues(column, first, EXAMPLES, samplesOf);
}

/** A record of a definition can leave out columns, one of which may have the name of an inherited property, such as `toString`. */
function completed(
  { columns }: EntityDefinition,
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const values = new Map(Object.entries(record));
  return Object.fromEntries(columns.map(({ name }) => [name, values.get(name) ?? null]));
}
