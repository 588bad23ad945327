import type { ErrorObject } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

import schema from './definition.schema.json' with { type: 'json' };
import type { Definition, WorkspaceDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { isTimestamp } from './format.ts';

/** A definition as written in a file, where a workspace can leave out its keys. */
type WrittenDefinition = Omit<Definition, 'workspaces'> & {
  readonly workspaces: readonly (Omit<WorkspaceDefinition, 'keys'> & Partial<Pick<WorkspaceDefinition, 'keys'>>)[];
};

const ajv = new Ajv2020({ strict: true });
// One idea of a timestamp for definitions, records and options. A leap second, for example, could not be stored.
ajv.addFormat('date-time', isTimestamp);
const isShaped = ajv.compile<WrittenDefinition>(schema);

/**
 * Validates a definition against the published schema, and adds what a file can leave out.
 * @throws {DefinitionError} if it does not match the schema
 */
export function requireShape(value: unknown): Definition {
  if (!isShaped(value)) throw shapeError();
  return { ...value, workspaces: value.workspaces.map((workspace) => ({ ...workspace, keys: workspace.keys ?? [] })) };
}

function shapeError(): DefinitionError {
  const [error] = isShaped.errors ?? [];
  if (error === undefined) return new DefinitionError('', 'does not match definition.schema.json');
  return new DefinitionError(error.instancePath, advice(error));
}

/** Returns Ajv's message, except for keywords whose message does not say what to change. */
function advice({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${String(params.allowedValues).replaceAll(',', ', ')}`;
  if (keyword === 'additionalProperties') return `has no member "${params.additionalProperty}"; remove or correct it`;
  if (keyword === 'false schema') return 'is not allowed here; remove it';
  if (keyword === 'not') return 'is a reserved name; choose another';
  return message ?? keyword;
}
