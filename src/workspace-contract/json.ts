/** A JSON value, as in an OpenAPI document. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

/**
 * Returns the object at a path below another one.
 * @throws {Error} if there is none: openapi.yaml was changed, and this code does not follow
 */
export function objectAt(object: JsonObject, ...path: readonly string[]): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const next = object[name];
  if (!isJsonObject(next)) throw new Error(`openapi.yaml has no object ${path.join('/')}`);
  return objectAt(next, ...rest);
}

/** Whether a value is an object, and not an array or null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a reference to a component. */
export function refTo(kind: 'examples' | 'parameters' | 'responses' | 'schemas', name: string): JsonObject {
  return { $ref: `#/components/${kind}/${name}` };
}

/** Returns the kind and the name of the component that an object refers to, or `undefined` if it is no reference. */
export function referenceOf(value: Json | undefined): { readonly kind: string; readonly name: string } | undefined {
  const [, kind, name] = (isJsonObject(value) && /^#\/components\/([^/]+)\/(.+)$/.exec(String(value.$ref))) || [];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}
