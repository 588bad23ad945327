import { definitionProblems } from './check-definition.ts';
import './re2.ts';
import type { Definition } from './definition.ts';
import type { DefinitionProblem } from './definition-error.ts';
import { DefinitionError } from './definition-error.ts';
import { demoDefinition } from './demo/demo-definition.ts';
import { namesAt } from './names-at.ts';

/**
 * Reads a definition, such as the parsed content of a definition file.
 * @throws {DefinitionError} if it does not match the published schema (`definition.schema.json`) or contradicts itself
 */
export async function parseDefinition(value: unknown): Promise<Definition> {
  if (isParsed(value)) return value;
  // Imported only when needed: compiling the schema takes longer than starting a mock, and the demo does not need it.
  const { readShape } = await import('./definition-shape.ts');
  const { definition, problems } = readShape(value);
  if (definition === undefined) throw errorOf(value, problems);
  const contradictions = definitionProblems(definition);
  if (contradictions.length > 0) throw errorOf(value, contradictions);
  parsed.add(definition);
  return definition;
}

/** People find a column by its name more easily than by its index. */
function errorOf(value: unknown, problems: readonly DefinitionProblem[]): DefinitionError {
  return new DefinitionError(
    problems.map((problem) => {
      const names = namesAt(value, problem.path);
      return { ...problem, ...(names === undefined ? {} : { names }) };
    }),
  );
}

/** The definitions that need no further check. */
const parsed = new WeakSet<object>([demoDefinition]);

function isParsed(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && parsed.has(value);
}
