import { isObject } from '../../contract/index.ts';
import type { Relation, WorkspaceDefinition } from '../../workspace/index.ts';
import { relationsOf } from '../../workspace/index.ts';
import type { Call } from '../request/call.ts';
import type { ExampleRecords, StoredRecord } from './example-records.ts';
import { recordWithId } from './example-records.ts';
import type { PathTree } from '../request/paths.ts';
import { parsePaths } from '../request/paths.ts';

/** Adds the records that `expand` names, then keeps only what `fields` names. */
export function select(
  { workspace, entity, query }: Call,
  record: StoredRecord,
  records: ExampleRecords,
): StoredRecord {
  const expanded = expandRelations(
    workspace,
    relationsOf(workspace, entity),
    record,
    parsePaths(query.expand),
    records,
  );
  return pick(expanded, parsePaths(query.fields));
}

function expandRelations(
  workspace: WorkspaceDefinition,
  relations: readonly Relation[],
  record: StoredRecord,
  paths: PathTree,
  records: ExampleRecords,
): StoredRecord {
  const added = relations.flatMap(({ name, column, entity }): (readonly [string, unknown])[] => {
    const deeper = paths.get(name);
    const id = record[column];
    if (deeper === undefined) return [];
    if (typeof id !== 'number') return [[name, null]];
    const referenced = recordWithId(records, entity, id);
    return [[name, expandRelations(workspace, relationsOf(workspace, entity), referenced, deeper, records)]];
  });
  return { ...record, ...Object.fromEntries(added) };
}

/** The id is always there, as the contract has it. A relation that is named without any of its columns is kept whole, as the record is where nothing is named. */
function pick(record: StoredRecord, paths: PathTree): StoredRecord {
  if (paths.size === 0) return record;
  const kept = [['id', new Map()] as const, ...paths]
    .filter(([name]) => Object.hasOwn(record, name))
    .map(([name, deeper]): readonly [string, unknown] => {
      const value = record[name];
      return [name, isObject(value) ? pick(value, deeper) : value];
    });
  return Object.fromEntries(kept);
}
