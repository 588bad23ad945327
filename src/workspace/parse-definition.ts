import { checkDefinition } from './check-definition.ts';
import type { Definition } from './definition.ts';

/**
 * Reads a definition: what `JSON.parse` made of a definition file, say.
 * @throws {DefinitionError} where it breaks the published schema (`definition.schema.json`) or contradicts itself.
 */
export async function parseDefinition(value: unknown): Promise<Definition> {
  // Loaded when a file is read: a schema takes longer to compile than a mock to start, and the demo needs none.
  const { requireShape } = await import('./definition-shape.ts');
  const definition = requireShape(value);
  checkDefinition(definition);
  return definition;
}
