import { isDeepStrictEqual } from 'node:util';

import { isObject } from '../../../contract/index.ts';
import type { ExpandedRelation, SampledRecord } from '../../../workspace-draft/index.ts';
import { fieldsOf, valuesOf } from '../../../workspace-draft/index.ts';
import type { UnrelatedSample } from './read-sample.ts';
import type { SampledApi } from './sampled-api.ts';

/**
 * Finds out which columns of an entity reference records: expands the relation that each column of whole numbers would have, and
 * compares the expanded record with the records of all entities that have its id.
 */
export async function readRelations(
  api: SampledApi,
  sample: UnrelatedSample,
  all: readonly UnrelatedSample[],
): Promise<readonly ExpandedRelation[]> {
  const relations: ExpandedRelation[] = [];
  const fields = fieldsOf(sample.records);
  for (const column of fields) {
    const values = valuesOf(sample.records, column);
    if (column === 'id' || values.length === 0 || !values.every((value) => Number.isSafeInteger(value))) continue;
    const name = relationNameOf(column, fields);
    const expanded = await expand(api, sample, column, name);
    if (expanded === undefined) continue;
    const entities: string[] = [];
    for (const other of all) if (await has(api, other, expanded)) entities.push(other.name);
    relations.push({ column, name, entities });
  }
  return relations;
}

/** The column `agent_id` has the relation `agent`, unless another column has that name. */
function relationNameOf(column: string, columns: readonly string[]): string {
  const short = column.replace(/_id$/, '');
  return short === '' || columns.includes(short) ? column : short;
}

/** Returns the record that a column of some record references, if the relation exists. */
async function expand(
  api: SampledApi,
  { name: entity, records }: UnrelatedSample,
  column: string,
  relation: string,
): Promise<SampledRecord | undefined> {
  const record = records.find((each) => idOf(each) !== undefined && valuesOf([each], column).length > 0);
  const id = record === undefined ? undefined : idOf(record);
  if (record === undefined || id === undefined) return undefined;
  const expanded = (await api.get(entity, id, relation))?.[relation];
  return isObject(expanded) && String(expanded.id) === String(record[column]) ? expanded : undefined;
}

/** Whether an entity has exactly this record. */
async function has(api: SampledApi, { name }: UnrelatedSample, record: SampledRecord): Promise<boolean> {
  const id = idOf(record);
  return id !== undefined && isDeepStrictEqual(await api.get(name, id), record);
}

function idOf({ id }: SampledRecord): string | undefined {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
