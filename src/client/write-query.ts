import { isObject } from '../contract/index.ts';

/**
 * Writes the query of a request in the styles of the contract: an array as a comma list (`form`, not exploded), an object as
 * `name[key]=value` (`deepObject`). Values that are left out or empty leave nothing behind.
 *
 * In place of openapi-fetch's own serializer, which explodes arrays and writes the keys of an object unencoded: a `#` or an `&`
 * in a filter's key would silently drop or add parameters.
 */
export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (isObject(value) ? deepObject(name, value) : [[name, value] as const]))
    .flatMap(([name, value]) => {
      const text = writeValue(value);
      return text === undefined ? [] : [`${name}=${text}`];
    })
    .join('&');
}

function deepObject(name: string, members: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  return Object.entries(members).map(([key, value]) => [`${name}[${encodeURIComponent(key)}]`, value]);
}

function writeValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return encodeURIComponent(String(value));
  return value.length === 0 ? undefined : value.map((each) => encodeURIComponent(String(each))).join(',');
}
