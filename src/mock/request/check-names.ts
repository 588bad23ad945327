import { fail } from '../../contract/index.ts';
import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import { filterComplaint, filterOperators, isFilterOperator, relationsOf } from '../../workspace/index.ts';
import type { PathTree } from './paths.ts';
import { parsePaths } from './paths.ts';

/** Refuses what no schema of the contract can know: columns, relations and operators that there are not, values of another type. */
export function checkNames(
  workspace: WorkspaceDefinition,
  entity: EntityDefinition,
  query: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(query)) {
    if (name === 'sort') findColumn(entity, name, value.split(',')[0] ?? '');
    if (name.startsWith('filter')) checkFilter(entity, name, value);
  }
  checkExpand(workspace, entity, parsePaths(query.expand));
  checkFields(workspace, entity, parsePaths(query.fields));
}

function checkFilter(entity: EntityDefinition, name: string, value: string): void {
  const [, columnName, operator = 'eq'] = /^filter\[([^\].]*)(?:\.([^\]]*))?\]$/.exec(name) ?? [];
  if (columnName === undefined) refuse(name, 'must be filter[column] or filter[column.operator]');
  const column = findColumn(entity, name, columnName);
  if (!isFilterOperator(operator)) {
    refuse(name, `has the operator ${operator}; there are ${filterOperators.join(', ')}`);
  }
  const complaint = filterComplaint(column, operator, value);
  if (complaint !== undefined) refuse(name, complaint);
}

function findColumn(entity: EntityDefinition, parameter: string, name: string): ColumnDefinition {
  const columns: readonly ColumnDefinition[] = [{ name: 'id', type: 'INTEGER' }, ...entity.columns];
  const column = columns.find((each) => each.name === name);
  if (column !== undefined) return column;
  return refuse(parameter, `names ${name}, but ${entity.name} has the columns ${columns.map(nameOf).join(', ')}`);
}

function checkExpand(workspace: WorkspaceDefinition, entity: EntityDefinition, paths: PathTree): void {
  const relations = relationsOf(workspace, entity);
  for (const [name, rest] of paths) {
    const relation = relations.find((each) => each.name === name);
    if (relation === undefined) {
      const known = relations.length === 0 ? 'no relations' : `the relations ${relations.map(nameOf).join(', ')}`;
      refuse('expand', `names ${name}, but ${entity.name} has ${known}`);
    }
    checkExpand(workspace, relation.entity, rest);
  }
}

function checkFields(workspace: WorkspaceDefinition, entity: EntityDefinition, paths: PathTree): void {
  const relations = relationsOf(workspace, entity);
  for (const [name, rest] of paths) {
    const relation = relations.find((each) => each.name === name);
    if (relation !== undefined) checkFields(workspace, relation.entity, rest);
    else if (rest.size === 0) findColumn(entity, 'fields', name);
    else refuse('fields', `names ${name}, which is no relation of ${entity.name}`);
  }
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function refuse(parameter: string, complaint: string): never {
  throw fail('badRequest', { message: `Parameter ${parameter} ${complaint}` });
}
