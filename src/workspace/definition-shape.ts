import type { ErrorObject } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import schema from './definition.schema.json' with { type: 'json' };
import type { Definition, WorkspaceDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';

/** A definition as it stands in a file, where a workspace may leave out its keys. */
type WrittenDefinition = Omit<Definition, 'workspaces'> & {
  readonly workspaces: readonly (Omit<WorkspaceDefinition, 'keys'> & Partial<Pick<WorkspaceDefinition, 'keys'>>)[];
};

const ajv = new Ajv2020({ allowUnionTypes: true });
addFormats.default(ajv, ['date-time']);
const isShaped = ajv.compile<WrittenDefinition>(schema);

/**
 * Holds a definition against the published schema, and fills in what a file may leave out.
 * @throws {DefinitionError} where it breaks it
 */
export function requireShape(value: unknown): Definition {
  if (!isShaped(value)) throw shapeError();
  return { ...value, workspaces: value.workspaces.map((workspace) => ({ ...workspace, keys: workspace.keys ?? [] })) };
}

function shapeError(): DefinitionError {
  const [error] = isShaped.errors ?? [];
  if (error === undefined) return new DefinitionError('', 'does not fit definition.schema.json');
  return new DefinitionError(error.instancePath, advice(error));
}

/** Ajv's own words, but for the keywords whose words leave out what to change. */
function advice({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${String(params.allowedValues).replaceAll(',', ', ')}`;
  if (keyword === 'additionalProperties')
    return `has no member "${params.additionalProperty}"; take it out or correct it`;
  if (keyword === 'false schema') return 'does not belong here; take it out';
  if (keyword === 'not') return 'is a name that is taken; choose another';
  return message ?? keyword;
}
