import { scenarios } from '../../generated/catalogue.ts';
import { isDetails, isObject } from './envelope.ts';

/**
 * A body without the members that no error object documents: what is left can be held against the closed schemas, while the
 * rest is a matter of taste. `details` stays only where the code documents it. Bodies of successes stay as they are, but for
 * the error objects in them.
 */
export function documentedMembers(body: unknown): unknown {
  if (!isObject(body)) return body;
  if (isObject(body.error)) return { error: documentedError(body.error) };
  if (!Array.isArray(body.errors)) return body;
  return { ...body, errors: body.errors.map(documentedItem) };
}

/** The names of an envelope's members that no error object documents, as paths. */
export function foreignMembers(body: unknown): readonly string[] {
  if (!isObject(body)) return [];
  const { error, ...others } = body;
  const beside = Object.keys(others);
  if (!isObject(error)) return beside;
  const { code: _code, message: _message, details, ...foreign } = error;
  const inDetails = isDetails(details) ? details.flatMap(foreignDetailMembers) : [];
  return [...beside, ...Object.keys(foreign).map((name) => `error.${name}`), ...new Set(inDetails)];
}

function documentedItem(item: unknown): unknown {
  return isObject(item) && isObject(item.error) ? { ...item, error: documentedError(item.error) } : item;
}

function documentedError(error: Record<string, unknown>): Record<string, unknown> {
  const { code, message, details } = error;
  const known = Object.fromEntries(Object.entries({ code, message }).filter(([name]) => Object.hasOwn(error, name)));
  if (!carriesDetails(code) || details === undefined) return known;
  return { ...known, details: Array.isArray(details) ? details.map(documentedDetail) : details };
}

function documentedDetail(detail: unknown): unknown {
  if (!isObject(detail)) return detail;
  return Object.fromEntries(Object.entries(detail).filter(([name]) => name === 'field' || name === 'message'));
}

function foreignDetailMembers(detail: object): readonly string[] {
  return Object.keys(detail)
    .filter((name) => name !== 'field' && name !== 'message')
    .map((name) => `error.details[].${name}`);
}

function carriesDetails(code: unknown): boolean {
  return Object.values(scenarios).some((scenario) => scenario.code === code && scenario.details);
}
