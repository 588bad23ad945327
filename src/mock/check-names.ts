import { fail } from '../contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../workspace/index.ts';
import type { PathTree } from './paths.ts';
import { parsePaths } from './paths.ts';
import { relationsOf } from './relations.ts';

const OPERATORS = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'in', 'isNull', 'isNotNull'];

/** Refuses every column, relation and operator in a query that there is not: what no schema of the contract can know. */
export function checkNames(
  workspace: WorkspaceDefinition,
  entity: EntityDefinition,
  query: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(query)) {
    if (name === 'sort') checkColumn(entity, name, value.split(',')[0] ?? '');
    if (name.startsWith('filter')) checkFilter(entity, name);
  }
  checkExpand(workspace, entity, parsePaths(query.expand));
  checkFields(workspace, entity, parsePaths(query.fields));
}

function checkFilter(entity: EntityDefinition, name: string): void {
  const [, column, operator = 'eq'] = /^filter\[([^\].]*)(?:\.([^\]]*))?\]$/.exec(name) ?? [];
  if (column === undefined) refuse(name, 'must be filter[column] or filter[column.operator]');
  checkColumn(entity, name, column);
  if (!OPERATORS.includes(operator)) refuse(name, `has the operator ${operator}; there are ${OPERATORS.join(', ')}`);
}

function checkColumn(entity: EntityDefinition, parameter: string, column: string): void {
  const columns = columnsOf(entity);
  if (!columns.includes(column)) {
    refuse(parameter, `names ${column}, but ${entity.name} has the columns ${columns.join(', ')}`);
  }
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
    else if (rest.size === 0) checkColumn(entity, 'fields', name);
    else refuse('fields', `names ${name}, which is no relation of ${entity.name}`);
  }
}

function columnsOf(entity: EntityDefinition): readonly string[] {
  return ['id', ...entity.columns.map(nameOf)];
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function refuse(parameter: string, complaint: string): never {
  throw fail('badRequest', { message: `Parameter ${parameter} ${complaint}` });
}
