import { isObject } from '../contract/index.ts';

/** A target file in which `{ "env": "NAME" }` is replaced by the value of the variable. */
export interface Resolved {
  readonly content: unknown;
  /** The variables by name. Reports never show their values. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The names of the variables that are not set, or empty. */
  readonly missing: readonly string[];
  /** Where the file refers to them, each as a JSON Pointer (RFC 6901). */
  readonly unsetPlaces: ReadonlySet<string>;
}

/** Replaces every `{ "env": "NAME" }` in a target file. */
export function resolveVariables(file: unknown, environment: Readonly<Record<string, string | undefined>>): Resolved {
  const secrets: Record<string, string> = {};
  const missing = new Set<string>();
  const unsetPlaces = new Set<string>();
  const resolve = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => resolve(each, `${place}/${index}`));
    if (!isObject(value)) return value;
    const [[name, variable] = [], ...others] = Object.entries(value);
    if (name !== 'env' || typeof variable !== 'string' || others.length > 0)
      return Object.fromEntries(
        Object.entries(value).map(([member, each]) => [member, resolve(each, `${place}/${escaped(member)}`)]),
      );
    const text = environment[variable] ?? '';
    if (text === '') {
      missing.add(variable);
      unsetPlaces.add(place);
    } else secrets[variable] = text;
    return text;
  };
  return { content: resolve(file, ''), secrets, missing: [...missing], unsetPlaces };
}

function escaped(member: string): string {
  return member.replaceAll('~', '~0').replaceAll('/', '~1');
}
