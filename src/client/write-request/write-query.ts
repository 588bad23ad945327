import { isObject } from '../../contract/index.ts';

/**
 * Writes the query of a request in the styles of the contract: an array as a comma list (`form`, not exploded), an object as
 * `name[key]=value` (`deepObject`). Values that are left out or empty leave nothing behind.
 *
 * In place of openapi-fetch's own serializer, which explodes arrays and writes the keys of an object unencoded: a `#` or an `&`
 * in a filter's key would silently drop or add parameters.
 */
export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      isObject(value)
        ? Object.entries(value).map(([key, each]) => [`${name}[${encodeURIComponent(key)}]`, each] as const)
        : [[name, value] as const],
    )
    .flatMap(([name, value]) => {
      const list = [value ?? []].flat();
      return list.length > 0 ? `${name}=${list.map((each) => encodeURIComponent(String(each))).join(',')}` : [];
    })
    .join('&');
}
