import { isObject } from '../../src/contract/index.ts';

/**
 * Returns a document with the organization and the workspace in its paths, for a peer that supports no server variables.
 * @param parameters what every operation takes besides these
 */
export function withPlaces(
  document: Readonly<Record<string, unknown>>,
  parameters: readonly object[] = [],
): Readonly<Record<string, unknown>> {
  const paths = isObject(document.paths) ? Object.entries(document.paths) : [];
  const added = [...['orgSlug', 'workspaceSlug'].map(pathParameter), ...parameters];
  return {
    ...document,
    servers: [{ url: 'http://127.0.0.1' }],
    paths: Object.fromEntries(
      paths.map(([path, item]) => [
        `/{orgSlug}/{workspaceSlug}${path}`,
        isObject(item) ? { ...item, parameters: [...ownParameters(item), ...added] } : item,
      ]),
    ),
  };
}

function ownParameters({ parameters }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(parameters) ? parameters : [];
}

function pathParameter(name: string): object {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}
