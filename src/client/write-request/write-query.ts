import { isObject } from '../../contract/index.ts';

/**
 * Writes the query of a request in the styles of the contract: an array as a comma-separated list (`form`, not exploded), an
 * object as `name[key]=value` (`deepObject`). Omits values that are missing or empty.
 *
 * Replaces openapi-fetch's own serializer, which explodes arrays and does not encode the keys of an object: a `#` or `&` in a
 * filter's key would silently drop or add parameters.
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
