import type { ContractDocument, SchemaObject } from './contract-document.ts';
import { resolve } from './contract-document.ts';

/**
 * A JSON value that represents all values of its shape: an integer stands for all integers from it upwards, one item for all
 * items.
 */
export type ShapeSource = number | ShapeSource[] | { [member: string]: ShapeSource };

/**
 * The smallest value that matches the types in a schema. The names of optional members end in `?`. Like the types, it does not include
 * upper limits and patterns.
 */
export function shapeOf(document: Pick<ContractDocument, 'components'>, reference: SchemaObject): ShapeSource {
  const schema = resolve<SchemaObject>(document, reference);
  switch (schema.type) {
    case 'integer':
      return schema.minimum ?? Number.MIN_SAFE_INTEGER;
    case 'array':
      return [shapeOf(document, schema.items ?? {})];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          schema.required?.includes(name) ? name : `${name}?`,
          shapeOf(document, property),
        ]),
      );
    case undefined:
      // The branches of a `oneOf` are objects. The code that reads errors distinguishes them.
      if (schema.oneOf !== undefined) return {};
  }
  throw new Error(`The schema ${JSON.stringify(schema)} has no shape. Add it to scripts/generate/success-shape.ts`);
}
