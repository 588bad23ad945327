import type { EntityDefinition, WorkspaceDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { validateRecord } from './validate-record.ts';

/** @throws {DefinitionError} if a store would refuse the initial records of a workspace */
export function checkRecords(
  entities: readonly EntityDefinition[],
  records: NonNullable<WorkspaceDefinition['records']>,
  path: string,
): void {
  // Names come from a file and may equal those of inherited members. A map has none.
  const rowsOf = new Map(Object.entries(records).map(([name, rows]) => [name, rows.map(toMap)]));
  for (const [name, rows] of Object.entries(records)) {
    const entity = entities.find((each) => each.name === name);
    if (entity === undefined)
      throw new DefinitionError(`${path}/${name}`, 'is not an entity of this workspace; define the entity first');
    rows.forEach((row, index) => {
      const [first] = validateRecord(entity, row, 'create');
      if (first !== undefined) throw new DefinitionError(`${path}/${name}/${index}/${first.field}`, first.message);
    });
    checkReferences(entity, rowsOf, `${path}/${name}`);
    checkDuplicates(entity, rowsOf.get(name) ?? [], `${path}/${name}`);
  }
}

type Row = ReadonlyMap<string, unknown>;

function checkReferences(entity: EntityDefinition, rowsOf: ReadonlyMap<string, readonly Row[]>, path: string): void {
  rowsOf.get(entity.name)?.forEach((row, index) => {
    for (const { name, references } of entity.columns) {
      const id = row.get(name);
      if (references === undefined || typeof id !== 'number') continue;
      if (id < 1 || id > (rowsOf.get(references)?.length ?? 0))
        throw new DefinitionError(`${path}/${index}/${name}`, `the definition has no ${references} with the id ${id}`);
    }
  });
}

function checkDuplicates(entity: EntityDefinition, rows: readonly Row[], path: string): void {
  for (const { name } of entity.columns.filter(({ unique }) => unique === true)) {
    const seen = new Set<unknown>();
    rows.forEach((row, index) => {
      const value = row.get(name) ?? null;
      if (value === null) return;
      if (seen.has(value))
        throw new DefinitionError(`${path}/${index}/${name}`, `"${String(value)}" is used twice; choose another value`);
      seen.add(value);
    });
  }
}

function toMap(record: Readonly<Record<string, unknown>>): Row {
  return new Map(Object.entries(record));
}
