import type { AncestorRecords, OwnRecord, RecordToArrange, Target, Unavailable, Values } from '../../plan/index.ts';
import { ancestorIdsFor, fillValues } from '../../plan/index.ts';
import { lineageOf } from '../values/lineage.ts';

/** A record that the constraints are tested with. */
export interface ConstraintRecord {
  readonly purpose: RecordPurpose;
  readonly entity: string;
  readonly valid: Values;
  /** The column that references another of these records, and which one. */
  readonly parent?: { readonly column: string; readonly of: string };
}

/**
 * What a record is for: the `first` of its entity, which others reference and whose unique values are taken; the `subject` of refused
 * updates; or, for a column that references another entity, the `parent` and the `child` of a refused deletion.
 */
type RecordPurpose = 'first' | 'subject' | 'parent' | 'child';

/** The records that the constraints are tested with, by `keyOf`. */
export interface ConstraintFixtures {
  /** Digits that are unique to this run. */
  readonly run: string;
  readonly records: ReadonlyMap<string, OwnRecord | Unavailable>;
  /** The first record of each entity, which others must reference. */
  readonly firsts: AncestorRecords;
  /** The entities that have a record with the id that no record should have. */
  readonly occupied: ReadonlySet<string>;
}

/** Returns the key of a record: its purpose, and its entity or the column that references. */
export function keyOf(purpose: RecordPurpose, entity: string, column = ''): string {
  return `${purpose} ${entity}.${column}`;
}

/** Lists the records to create, in three groups: each group may reference those before it, and the first group its own. */
export function constraintRecords({
  definition,
}: Target): readonly (readonly (readonly [string, ConstraintRecord])[])[] {
  const { creatable } = lineageOf(definition?.entities ?? []);
  const each = (purpose: RecordPurpose): readonly (readonly [string, ConstraintRecord])[] =>
    creatable.map(({ entity, ordinary }) => [
      keyOf(purpose, entity.name),
      { purpose, entity: entity.name, valid: ordinary },
    ]);
  const links = creatable.flatMap((child) =>
    child.entity.columns.flatMap((column) => {
      const parent = creatable.find(({ entity }) => entity.name === column.references);
      return parent === undefined ? [] : [{ child, column, parent }];
    }),
  );
  const parents = links.map(({ child, column, parent }): readonly [string, ConstraintRecord] => [
    keyOf('parent', child.entity.name, column.name),
    { purpose: 'parent', entity: parent.entity.name, valid: parent.ordinary },
  ]);
  const children = links.map(({ child, column }): readonly [string, ConstraintRecord] => [
    keyOf('child', child.entity.name, column.name),
    {
      purpose: 'child',
      entity: child.entity.name,
      valid: child.ordinary,
      parent: { column: column.name, of: keyOf('parent', child.entity.name, column.name) },
    },
  ]);
  return [each('first'), [...each('subject'), ...parents], children];
}

/**
 * Describes one of the records to create.
 * @param digits digits that are unique to the record
 * @param earlier the records that were created before it
 */
export function constraintRecordToArrange(
  { entity, valid, parent }: ConstraintRecord,
  digits: string,
  { records, firsts }: Pick<ConstraintFixtures, 'records' | 'firsts'>,
): RecordToArrange | Unavailable {
  const ids = ancestorIdsFor(valid, firsts);
  if ('reason' in ids) return ids;
  const values = fillValues(valid, digits, undefined, ids);
  if (parent === undefined) return { entityName: entity, values };
  const record = records.get(parent.of) ?? { reason: `no record could be created for ${parent.column} to reference` };
  if ('reason' in record) return record;
  return { entityName: entity, values: { ...values, [parent.column]: record.id } };
}

/** Digits of a run can be followed by four that number the record. */
const MOST_RECORDS = 10_000;

/** Records that are created in advance have lower numbers than those of the cases. */
export const FIRST_CASE = 2000;

/**
 * Returns the digits of a record.
 * @param number the number of the record
 */
export function digitsOf(run: string, number: number): string | Unavailable {
  return number < MOST_RECORDS
    ? `${run}${String(number).padStart(4, '0')}`
    : { reason: `a run can number ${MOST_RECORDS} records, and this definition needs more` };
}
