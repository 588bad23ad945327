import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../workspace/index.ts';
import { DefinitionError, exampleValue } from '../workspace/index.ts';
import { patternSamples } from './pattern-samples.ts';

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
        throw new DefinitionError(
          '',
          `add an "example" to the column ${column.name} of ${entity.name}: no value was found that satisfies its constraints`,
        );
      return [column.name, own ?? null];
    }),
  );
}

function exampleOf(column: ColumnDefinition): unknown {
  // An optional reference to the same entity would make the first record reference itself.
  if (column.references !== undefined && column.nullable !== false && column.example === undefined) return null;
  return exampleValue(column, patternSamples);
}
