import type { ShownWorkspaces } from '../mock-core/index.ts';
import { demoWorkspaces, readOwnWorkspaces } from '../mock-core/index.ts';
import type { MockOptions } from './options.ts';

/**
 * Returns a function that returns what the mock shows. Loads what own definitions need with the first request, not with the module.
 * @throws {TypeError} if the records are not those of entities that the mock shows
 */
export function shownFor({
  definition,
  records,
}: Pick<MockOptions, 'definition' | 'records'>): () => Promise<ShownWorkspaces> {
  if (definition === undefined) {
    const shown = withRecords(demoWorkspaces, records);
    return () => Promise.resolve(shown);
  }
  let loaded: Promise<ShownWorkspaces> | undefined;
  return () => (loaded ??= readOwnWorkspaces(definition).then((own) => withRecords(own, records)));
}

function withRecords(shown: ShownWorkspaces, records: MockOptions['records']): ShownWorkspaces {
  if (records === undefined) return shown;
  const rows = new Map(Object.entries(records));
  const names = new Set(shown.definition.workspaces.flatMap(({ entities }) => entities.map(({ name }) => name)));
  for (const [name, some] of rows) {
    if (!names.has(name))
      throw new TypeError(`records has "${name}", which is not an entity; the entities are ${[...names].join(', ')}`);
    if (some.length === 0) throw new TypeError(`records.${name} is empty; leave it out, or add a record`);
  }
  return { ...shown, records: (place) => rows.get(place.entity.name) ?? shown.records(place) };
}
