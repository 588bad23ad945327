import type {
  ColumnConstraint,
  ColumnDefinition,
  ComparedWorkspace,
  Difference,
  EntityDefinition,
} from '../../../workspace/index.ts';
import { obeys } from '../../../workspace/index.ts';
import { decodeValue } from './column-codec.ts';
import type { Script } from './script.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** How many records are read at a time. */
const READ_TOGETHER = 500;

/** How many records a message names. */
const NAMED = 5;

/** A new constraint, and the records that break it. */
interface Check {
  readonly column: ColumnDefinition;
  readonly constraint: ColumnConstraint;
  readonly ids: bigint[];
  broken: number;
}

/** A workspace as it is, as it is to be, and the differences. */
export interface ChangedWorkspace {
  readonly before: ComparedWorkspace;
  readonly after: ComparedWorkspace;
  readonly differences: readonly Difference[];
}

/** Returns a line for each new constraint of an existing column that a record breaks, with the ids of some of these records. */
export function* brokenConstraints(
  tableOf: (entity: EntityDefinition) => Table,
  { before, after, differences }: ChangedWorkspace,
): Script<string[]> {
  const lines: string[] = [];
  for (const entity of before.entities) {
    const to = after.entities.find(({ name }) => name === entity.name);
    const checks = differences.flatMap((difference) => checkOf(difference, entity, to));
    if (checks.length === 0) continue;
    yield* read(tableOf(entity), checks);
    lines.push(...checks.filter(({ broken }) => broken > 0).map((check) => lineOf(entity, check)));
  }
  return lines;
}

function checkOf(
  { entity, column: name, constraint }: Difference,
  before: EntityDefinition,
  after: EntityDefinition | undefined,
): readonly Check[] {
  const column = before.columns.find((each) => each.name === name);
  if (entity !== before.name || column === undefined || constraint === undefined) return [];
  // Another type is refused anyway, and its constraints do not apply to the values there are.
  const isSameType = after?.columns.some((each) => each.name === name && each.type === column.type);
  return isSameType === true ? [{ column, constraint, ids: [], broken: 0 }] : [];
}

/** Reads the records in pieces, in the order of their ids. */
function* read(table: Table, checks: readonly Check[]): Script<void> {
  const names = [...new Set(checks.map(({ column }) => column.name))];
  const columns = join([sql`id`, ...names.map(quoted)], ', ');
  for (let last = 0n; ;) {
    const condition = join([...table.scope, sql`id > ${last}`], ' AND ');
    const rows =
      yield sql`SELECT ${columns} FROM ${table.name} WHERE ${condition} ORDER BY id LIMIT ${BigInt(READ_TOGETHER)}`;
    for (const row of rows) {
      last = BigInt(String(row.id));
      for (const check of checks) {
        const value = decodeValue(check.column, row[check.column.name]);
        if (value === null || obeys(check.constraint, value)) continue;
        check.broken += 1;
        if (check.ids.length < NAMED) check.ids.push(last);
      }
    }
    if (rows.length < READ_TOGETHER) return;
  }
}

function lineOf({ name }: EntityDefinition, { column, constraint, ids, broken }: Check): string {
  const { type, value } = constraint;
  const label = value === undefined ? type : `${type} ${value}`;
  const records = broken === 1 ? `the record ${ids.join()} breaks` : `${broken} records break`;
  const more = broken === 1 ? '' : ` (${broken > ids.length ? 'such as ' : ''}${ids.join(', ')})`;
  return `${name}.${column.name}: ${records} the new constraint ${label}${more}: correct ${broken === 1 ? 'it' : 'them'}, or leave out the constraint`;
}
