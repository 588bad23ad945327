import type { OperationId } from '../contract/index.ts';
import { isObject } from '../contract/index.ts';
import { namesRun } from './fill-values.ts';

const CREATING: readonly OperationId[] = ['createRecord', 'bulkCreateRecords'];

type Members = Readonly<Record<string, unknown>>;

/**
 * Returns the contradictions between the names and the values of a target file's entity. With them, the verifier would send wrong
 * requests, and blame the target for the responses. The file need not fit its schema.
 * @param unsetPlaces the places of variables that are not set, each as a JSON Pointer
 */
export function entityProblems(file: Members, unsetPlaces: ReadonlySet<string>): readonly string[] {
  const { entity } = file;
  if (!isObject(entity) || !isObject(entity.valid) || !createsRecords(file)) return [];
  const { valid, unique, required } = entity;
  return [
    ...absentColumn('unique', unique, valid),
    ...(file.stateless === true || unsetPlaces.has(`/entity/valid/${String(unique)}`)
      ? []
      : repeatedValue(unique, valid)),
    ...absentColumn('required', required, valid),
  ];
}

/** Without an operation that creates records, the values of `entity` are never sent. */
function createsRecords({ absentOperations }: Members): boolean {
  const absent = isObject(absentOperations) ? absentOperations : {};
  return CREATING.some((operation) => !Object.hasOwn(absent, operation));
}

function absentColumn(member: string, column: unknown, valid: Members): readonly string[] {
  if (typeof column !== 'string' || Object.hasOwn(valid, column)) return [];
  const name = JSON.stringify(column);
  return [`entity.${member} is ${name}, but entity.valid has no ${name}`];
}

function repeatedValue(unique: unknown, valid: Members): readonly string[] {
  if (typeof unique !== 'string' || !Object.hasOwn(valid, unique)) return [];
  const value = valid[unique];
  if (typeof value === 'string' && namesRun(value)) return [];
  const what = typeof value === 'string' ? 'contain {run}' : 'be a string that contains {run}';
  return [`entity.valid.${unique} must ${what}, because entity.unique names it`];
}
