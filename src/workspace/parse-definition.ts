import { checkDefinition } from './check-definition.ts';
import type { Definition } from './definition.ts';
import { demoDefinition } from './demo/demo-definition.ts';

/**
 * Reads a definition, such as the parsed content of a definition file.
 * @throws {DefinitionError} if it does not match the published schema (`definition.schema.json`) or contradicts itself
 */
export async function parseDefinition(value: unknown): Promise<Definition> {
  if (isParsed(value)) return value;
  // Imported only when needed: compiling the schema takes longer than starting a mock, and the demo does not need it.
  const { requireShape } = await import('./definition-shape.ts');
  const definition = requireShape(value);
  checkDefinition(definition);
  parsed.add(definition);
  return definition;
}

/** The definitions that need no further check. */
const parsed = new WeakSet<object>([demoDefinition]);

function isParsed(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && parsed.has(value);
}
