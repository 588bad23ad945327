import type { ContractDocument, SchemaObject } from './contract-document.ts';
import { resolve } from './contract-document.ts';

/** A JSON value that stands for all of its form: an integer for those from it on, one item for all items. */
export type ShapeSource = number | ShapeSource[] | { [member: string]: ShapeSource };

/**
 * The smallest value that has all that a schema promises by type: its required members, and by a name that ends in `?` those that may
 * be left out. Upper limits and patterns are not in it, as they are not in the types either.
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
      // Where one of several forms is allowed, the reader of errors tells them apart; here they are objects.
      if (schema.oneOf !== undefined) return {};
  }
  throw new Error(`no shape is known for ${JSON.stringify(schema)}: teach scripts/generate/success-shape.ts`);
}
