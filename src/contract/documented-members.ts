import { contract } from './contract.ts';
import { readDetails } from './envelope.ts';
import { isObject } from './json.ts';

const names = contract.envelope;
const detailNames: readonly string[] = Object.values(names.detail);

/**
 * A body without the members that no error object documents: what is left can be held against the closed schemas, while the
 * rest is a matter of taste. `details` stays only where the code documents it. Bodies of successes stay as they are, except for
 * the error objects in them.
 */
export function documentedMembers(body: unknown): unknown {
  if (!isObject(body)) return body;
  const error = body[names.error];
  if (isObject(error)) return { [names.error]: documentedError(error) };
  if (!Array.isArray(body.errors)) return body;
  return { ...body, errors: body.errors.map(documentedItem) };
}

/** The names of an envelope's members that no error object documents, as paths. */
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
