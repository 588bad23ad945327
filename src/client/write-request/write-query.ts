import { isObject } from '../../contract/index.ts';

/**
 * Writes the query of a request in the styles of the contract: an array as a comma-separated list (`form`, not exploded), an
 * object as `name[key]=value` (`deepObject`). Omits values that are missing or empty, except for an empty list in a filter.
 *
 * Replaces openapi-fetch's own serializer, which explodes arrays and does not encode the keys of an object: a `#` or `&` in a
 * filter's key would silently drop or add parameters.
 * @param parent the name of the parameter whose members are written
 */
export function writeQuery(query: Readonly<Record<string, unknown>>, parent?: string): string {
  return Object.entries(query)
    .flatMap(([key, value]) => {
      const name = parent ? `${parent}[${encodeURIComponent(key)}]` : key;
      // An item of a filter's list may contain a comma. An empty list stays, because without the filter, every record would match.
      const isIn = parent && Array.isArray(value);
      const list = [value ?? []]
        .flat()
        .map((each) => encodeURIComponent(isIn ? String(each).replace(/[\\,]/g, '\\$&') : String(each)));
      return (isObject(value) && !parent ? writeQuery(value, name) : (isIn || list.length) && `${name}=${list}`) || [];
    })
    .join('&');
}
