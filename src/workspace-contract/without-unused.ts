import type { Json, JsonObject } from './json.ts';
import { isJsonObject, objectAt, referenceOf } from './json.ts';

/** The kinds of components that other parts of a document refer to. */
const KINDS = ['parameters', 'headers', 'responses', 'examples', 'schemas'] as const;

/** Removes the components of an OpenAPI document that nothing refers to. */
export function withoutUnused(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  const all = objectAt(document, 'components');
  const used = new Set<string>();
  collect(rest, all, used);
  const kept = Object.entries(all).map(([kind, members]): [string, Json | undefined] => [
    kind,
    KINDS.some((each) => each === kind) && isJsonObject(members)
      ? Object.fromEntries(Object.entries(members).filter(([name]) => used.has(`${kind}/${name}`)))
      : members,
  ]);
  return { ...rest, components: Object.fromEntries(kept) };
}

function collect(value: Json | undefined, components: JsonObject, used: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, components, used);
  if (!isJsonObject(value)) return;
  const reference = referenceOf(value);
  if (reference !== undefined && !used.has(`${reference.kind}/${reference.name}`)) {
    used.add(`${reference.kind}/${reference.name}`);
    collect(objectAt(components, reference.kind)[reference.name], components, used);
  }
  for (const each of Object.values(value)) collect(each, components, used);
}
