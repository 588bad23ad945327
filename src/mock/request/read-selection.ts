import type { EntityDefinition, Expansion, PathTree, WorkspaceDefinition } from '../../workspace/index.ts';
import { readExpansion, readFields, readFilter, readSort } from '../../workspace/index.ts';

/** Which parts of a record are answered, and which others with it. */
export interface Selection {
  readonly expansion: Expansion;
  /** Empty where the whole record is. */
  readonly fields: PathTree;
}

/**
 * Reads what a query says beyond the schemas of the contract, which can not know columns and relations. Filters and sorting are
 * read as well, to be refused where they are wrong; the mock carries neither out.
 * @throws `badRequest`
 */
export function readSelection(
  workspace: WorkspaceDefinition,
  entity: EntityDefinition,
  query: Readonly<Record<string, string>>,
): Selection {
  const { sort, expand, fields } = query;
  for (const [name, value] of Object.entries(query)) {
    if (name.startsWith('filter')) readFilter(entity, name, value);
  }
  if (sort !== undefined) readSort(entity, sort);
  return {
    expansion: expand === undefined ? [] : readExpansion(workspace, entity, expand),
    fields: fields === undefined ? new Map() : readFields(workspace, entity, fields),
  };
}
