import { namesParent } from '../fill-values.ts';
import type { Target, Values } from '../target.ts';

/** Whether a column of an entity may contain the ids of another entity. The names of entities are in lower case. */
export type MayContainIds = (entity: string, column: string, referenced: string) => boolean;

/**
 * Returns a function that finds out which columns contain the ids of which entity: records of several entities may have the same id, and
 * other columns may have the same number. A target without a definition says it of the entities in its file only.
 */
export function referenceColumnsOf({ definition, entity, reference }: Target): MayContainIds {
  const known = new Map<string, Map<string, string>>();
  const note = (name: string, columns: readonly (readonly [column: string, referenced: string])[]): void => {
    const noted = known.get(name.toLowerCase()) ?? new Map<string, string>();
    for (const [column, referenced] of columns) noted.set(column, referenced.toLowerCase());
    known.set(name.toLowerCase(), noted);
  };
  for (const { name, columns } of definition?.entities ?? [])
    note(
      name,
      columns.flatMap((each) => (each.references === undefined ? [] : [[each.name, each.references] as const])),
    );
  const parent = reference?.parent;
  const parentsIn = (values: Values = {}) =>
    Object.entries(values).flatMap(([column, value]) =>
      parent !== undefined && namesParent({ value }) ? [[column, parent] as const] : [],
    );
  if (entity !== undefined) note(entity.name, parentsIn(entity.valid));
  if (reference !== undefined) {
    note(reference.entity, [...parentsIn(reference.valid), [reference.column, reference.parent]]);
    note(reference.parent, parentsIn(reference.parentValid));
  }
  const all = [...known.values()];
  return (name, column, referenced) => {
    const own = known.get(name);
    if (own !== undefined) return own.get(column) === referenced;
    // An entity with another name has the columns of some entity.
    return all.length > 0
      ? all.some((columns) => columns.get(column) === referenced)
      : name !== referenced || /id$/i.test(column);
  };
}
