import type { OperationId } from '../contract/index.ts';
import { isObject } from '../contract/index.ts';
import { namesRun } from './fill-values.ts';

/** The operations that send the values of `entity`. */
const CREATING: readonly OperationId[] = ['createRecord', 'bulkCreateRecords'];

type Members = Readonly<Record<string, unknown>>;

/**
 * Returns the members of a target file that contradict each other. With them, the verifier would send wrong requests, and blame the
 * target for the responses. What may be right for some target is not listed, but gets a hint. The file need not fit its schema.
 * @param unsetPlaces the places of variables that are not set, each as a JSON Pointer
 */
export function contradictions(file: Members, unsetPlaces: ReadonlySet<string>): readonly string[] {
  return [
    ...(createsRecords(file) ? [...entityContradictions(file, unsetPlaces), ...sameWorkspace(file)] : []),
    ...existingEntity(file),
    ...existingId(file),
  ];
}

function createsRecords({ absentOperations }: Members): boolean {
  const absent = membersOf(absentOperations);
  return CREATING.some((operation) => !Object.hasOwn(absent, operation));
}

function entityContradictions({ entity, stateless }: Members, unsetPlaces: ReadonlySet<string>): readonly string[] {
  if (!isObject(entity) || !isObject(entity.valid)) return [];
  const { valid, unique, required } = entity;
  const mayRepeat = stateless === true || unsetPlaces.has(`/entity/valid/${String(unique)}`);
  return [
    ...absentColumn('unique', unique, valid),
    ...(mayRepeat ? [] : repeatedValue(unique, valid)),
    ...absentColumn('required', required, valid),
  ];
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

/** A mock may tell by the key whether the workspace is restricted. */
function sameWorkspace({ workspace, restricted, stateless }: Members): readonly string[] {
  const other = membersOf(restricted).workspace;
  if (stateless === true || typeof other !== 'string' || other === '' || other !== workspace) return [];
  const name = JSON.stringify(other);
  return [`restricted.workspace and workspace are both ${name}, but records can be created in only one of them`];
}

function existingEntity({ entity, reference }: Members): readonly string[] {
  const { missing, name } = membersOf(entity);
  const { entity: referencing, parent } = membersOf(reference);
  const names = { 'entity.name': name, 'reference.entity': referencing, 'reference.parent': parent };
  return Object.entries(names)
    .filter(([, other]) => missing !== undefined && missing !== '' && other === missing)
    .map(([member]) => `entity.missing and ${member} are both ${JSON.stringify(missing)}`);
}

function existingId({ fixtures }: Members): readonly string[] {
  const { missingId, existingId: existing, referencedId } = membersOf(fixtures);
  return Object.entries({ existingId: existing, referencedId })
    .filter(([, other]) => missingId !== undefined && missingId !== '' && String(other) === String(missingId))
    .map(([member]) => `fixtures.missingId and fixtures.${member} are both ${JSON.stringify(missingId)}`);
}

function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}
