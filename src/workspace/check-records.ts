import type { EntityDefinition, WorkspaceDefinition } from './definition.ts';
import type { DefinitionProblem } from './definition-error.ts';
import { validateRecord } from './validate-record.ts';

/** Returns what a store would refuse in the initial records of a workspace. */
export function recordProblems(
  entities: readonly EntityDefinition[],
  records: NonNullable<WorkspaceDefinition['records']>,
  path: string,
): readonly DefinitionProblem[] {
  // Names come from a file and may equal those of inherited members. A map has none.
  const rowsOf = new Map(Object.entries(records).map(([name, rows]) => [name, rows.map(toMap)]));
  return Object.entries(records).flatMap(([name, rows]): readonly DefinitionProblem[] => {
    const entity = entities.find((each) => each.name === name);
    if (entity === undefined)
      return [{ path: `${path}/${name}`, message: 'is not an entity of this workspace; define the entity first' }];
    return [
      ...rows.flatMap((row, index) =>
        validateRecord(entity, row, 'create').map(({ field, message }) => ({
          path: `${path}/${name}/${index}/${field}`,
          message,
        })),
      ),
      ...missingReferences(entity, rowsOf, `${path}/${name}`),
      ...duplicates(entity, rowsOf.get(name) ?? [], `${path}/${name}`),
    ];
  });
}

type Row = ReadonlyMap<string, unknown>;

function missingReferences(
  entity: EntityDefinition,
  rowsOf: ReadonlyMap<string, readonly Row[]>,
  path: string,
): readonly DefinitionProblem[] {
  return (rowsOf.get(entity.name) ?? []).flatMap((row, index) =>
    entity.columns.flatMap(({ name, references }) => {
      const id = row.get(name);
      if (references === undefined || typeof id !== 'number') return [];
      if (id >= 1 && id <= (rowsOf.get(references)?.length ?? 0)) return [];
      return [{ path: `${path}/${index}/${name}`, message: `the definition has no ${references} with the id ${id}` }];
    }),
  );
}

function duplicates(entity: EntityDefinition, rows: readonly Row[], path: string): readonly DefinitionProblem[] {
  return entity.columns
    .filter(({ unique }) => unique === true)
    .flatMap(({ name }) => {
      const seen = new Set<unknown>();
      return rows.flatMap((row, index) => {
        const value = row.get(name) ?? null;
        const isRepeated = value !== null && seen.has(value);
        seen.add(value);
        const message = `"${String(value)}" is used twice; choose another value`;
        return isRepeated ? [{ path: `${path}/${index}/${name}`, message }] : [];
      });
    });
}

function toMap(record: Readonly<Record<string, unknown>>): Row {
  return new Map(Object.entries(record));
}
