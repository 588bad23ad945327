import { isObject } from '../contract/index.ts';

/** What the items of a list in a definition are called, and which member names one. */
const kinds: ReadonlyMap<string, { readonly kind: string; readonly member: string }> = new Map([
  ['workspaces', { kind: 'workspace', member: 'slug' }],
  ['entities', { kind: 'entity', member: 'name' }],
  ['columns', { kind: 'column', member: 'name' }],
  ['constraints', { kind: 'constraint', member: 'type' }],
  ['keys', { kind: 'key', member: 'name' }],
]);

/**
 * Returns what is at a path of a definition, by its names: `column priority of Ticket`. Leaves out the workspace if there is only one, and
 * returns `undefined` if nothing there has a name. The definition may have any shape.
 * @param path a JSON Pointer
 */
export function namesAt(definition: unknown, path: string): string | undefined {
  const [, ...segments] = path.split('/');
  const found: { readonly kind: string; readonly name: string }[] = [];
  let value = definition;
  for (const [index, segment] of segments.entries()) {
    value = memberOf(value, segment);
    const list = kinds.get(segments[index - 1] ?? '');
    const name = list === undefined || !/^\d+$/.test(segment) ? undefined : memberOf(value, list.member);
    if (list !== undefined && typeof name === 'string') found.unshift({ kind: list.kind, name });
  }
  const workspaces = memberOf(definition, 'workspaces');
  const isOnly = Array.isArray(workspaces) && workspaces.length === 1;
  const [first, ...others] = isOnly ? found.filter(({ kind }) => kind !== 'workspace') : found;
  if (first === undefined) return undefined;
  return [
    `${first.kind} ${first.name}`,
    ...others.map(({ kind, name }) => `${kind === 'workspace' ? 'in' : 'of'} ${name}`),
  ].join(' ');
}

function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
