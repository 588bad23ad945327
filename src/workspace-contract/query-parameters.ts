import type { EntityDefinition } from '../workspace/portable/index.ts';
import { filterOperators, ID_COLUMN } from '../workspace/portable/index.ts';
import type { EntityFacts } from './entity-facts.ts';
import type { JsonObject } from './json.ts';
import { objectAt } from './json.ts';

/** The parameters of the contract that name columns or relations, by the name of their component, for one entity. */
export function queryParameters({ entity, relations }: EntityFacts, base: JsonObject): ReadonlyMap<string, JsonObject> {
  const columns = [ID_COLUMN.name, ...entity.columns.map(({ name }) => name)];
  const related = relations.map(({ name }) => name);
  const [second = ID_COLUMN.name] = columns.slice(1);
  const all: readonly (readonly [string, JsonObject, JsonObject])[] = [
    [
      'Sort',
      { enum: columns.flatMap((name) => [`${name},asc`, `${name},desc`]) },
      example('By one column', `${second},asc`),
    ],
    [
      'Filter',
      { propertyNames: { enum: filterNames(entity) } },
      example('The value of one column', { [ID_COLUMN.name]: '1' }),
    ],
    ['Fields', { items: pathItems(base, columns, related) }, example('One column', [second])],
    ...related
      .slice(0, 1)
      .map(
        (name) => ['Expand', { items: pathItems(base, related, related) }, example('One relation', [name])] as const,
      ),
  ];
  return new Map(
    all.map(([name, keywords, examples]) => {
      const parameter = objectAt(base, name);
      const { pattern, ...schema } = objectAt(parameter, 'schema');
      return [name, { ...parameter, schema: { ...schema, ...keywords }, examples }];
    }),
  );
}

function example(summary: string, value: JsonObject[string]): JsonObject {
  return { one: { summary, value } };
}

function filterNames({ columns }: EntityDefinition): readonly string[] {
  return [ID_COLUMN, ...columns].flatMap(({ name, type }) => [
    name,
    ...filterOperators
      .filter((operator) => operator !== 'like' || type === 'TEXT')
      .map((operator) => `${name}.${operator}`),
  ]);
}

/** The paths that `fields` or `expand` accept: a name of this entity, or a relation and a path in its entity. */
function pathItems(base: JsonObject, names: readonly string[], relations: readonly string[]): JsonObject {
  const items = objectAt(base, 'Fields', 'schema', 'items');
  const own = { enum: [...new Set([...names, ...relations])] };
  if (relations.length === 0) return { ...items, ...own };
  return { ...items, anyOf: [own, { pattern: `^(${relations.join('|')})(\\.[A-Za-z_][A-Za-z0-9_]*)+$` }] };
}
