import { contract } from './contract.ts';
import { readDetails } from './envelope.ts';
import { isObject } from './json.ts';

const names = contract.envelope;
const detailNames: readonly string[] = Object.values(names.detail);

/**
 * Removes the members that no error object documents: they are allowed, but the closed schemas would reject them. Keeps
 * `details` only if the code documents it. In bodies of successes, only the error objects change.
 */
export function documentedMembers(body: unknown): unknown {
  if (!isObject(body)) return body;
  const error = body[names.error];
  if (isObject(error)) return { [names.error]: documentedError(error) };
  if (!Array.isArray(body.errors)) return body;
  return { ...body, errors: body.errors.map(documentedItem) };
}

/** Returns the paths of an envelope's members that no error object documents. */
export function foreignMembers(body: unknown): readonly string[] {
  if (!isObject(body)) return [];
  const { [names.error]: error, ...others } = body;
  const beside = Object.keys(others);
  if (!isObject(error)) return beside;
  const { [names.code]: _code, [names.message]: _message, [names.details]: details, ...foreign } = error;
  const inDetails =
    Array.isArray(details) && readDetails(details) !== undefined ? details.flatMap(foreignDetailMembers) : [];
  return [...beside, ...Object.keys(foreign).map((name) => `${names.error}.${name}`), ...new Set(inDetails)];
}

function documentedItem(item: unknown): unknown {
  return isObject(item) && isObject(item.error) ? { ...item, error: documentedError(item.error) } : item;
}

function documentedError(error: Record<string, unknown>): Record<string, unknown> {
  const known = membersOf(error, [names.code, names.message]);
  const details = error[names.details];
  if (!carriesDetails(error[names.code]) || details === undefined) return known;
  return { ...known, [names.details]: Array.isArray(details) ? details.map(documentedDetail) : details };
}

function documentedDetail(detail: unknown): unknown {
  return isObject(detail) ? membersOf(detail, detailNames) : detail;
}

function membersOf(object: Record<string, unknown>, wanted: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.includes(name)));
}

function foreignDetailMembers(detail: object): readonly string[] {
  return Object.keys(detail)
    .filter((name) => !detailNames.includes(name))
    .map((name) => `${names.error}.${names.details}[].${name}`);
}

function carriesDetails(code: unknown): boolean {
  return Object.values(contract.scenarios).some((scenario) => scenario.code === code && scenario.details);
}
