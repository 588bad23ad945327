/** A record as a server returned it. */
export type SampledRecord = Readonly<Record<string, unknown>>;

/** What was read of an entity. */
export interface EntitySample {
  readonly name: string;
  /** Some of its records; at least one. */
  readonly records: readonly SampledRecord[];
  /** How many records the server says there are. */
  readonly total?: number | undefined;
  /** The columns of which a relation was expanded. */
  readonly relations: readonly ExpandedRelation[];
}

/** A relation that `expand` accepts. */
export interface ExpandedRelation {
  readonly column: string;
  /** Its name in `expand`. */
  readonly name: string;
  /** The entities whose record with that id is the expanded one. */
  readonly entities: readonly string[];
}

/** Returns the names of the fields of all records, in the order in which they first occur. */
export function fieldsOf(records: readonly SampledRecord[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

/** Returns the value of a field in each record that has one. Ignores inherited properties. */
export function valuesOf(records: readonly SampledRecord[], field: string): readonly unknown[] {
  return records.flatMap((record) => {
    const value = Object.hasOwn(record, field) ? record[field] : null;
    return value === null || value === undefined ? [] : [value];
  });
}
