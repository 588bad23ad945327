import type { ErrorObject } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { isObject } from '../contract/index.ts';
import schema from './definition.schema.json' with { type: 'json' };
import type { Definition, WorkspaceDefinition } from './definition.ts';
import type { DefinitionProblem } from './definition-error.ts';
import { isTimestamp } from './format.ts';
import { nearestName } from './nearest-name.ts';

/** A definition as written in a file, where a workspace can leave out its keys. */
type WrittenDefinition = Omit<Definition, 'workspaces'> & {
  readonly workspaces: readonly (Omit<WorkspaceDefinition, 'keys'> & Partial<Pick<WorkspaceDefinition, 'keys'>>)[];
};

const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true });
// One idea of a timestamp for definitions, records and options. A leap second, for example, could not be stored.
ajv.addFormat('date-time', isTimestamp);
const isShaped = ajv.compile<WrittenDefinition>(schema);

/** A definition of the right shape, or its mistakes. */
type Shape =
  | { readonly definition: Definition; readonly problems?: undefined }
  | { readonly definition?: undefined; readonly problems: readonly DefinitionProblem[] };

/** Validates a definition against the published schema, and adds what a file can leave out. */
export function readShape(value: unknown): Shape {
  if (!isShaped(value)) return { problems: shapeProblems(isShaped.errors ?? []) };
  return {
    definition: {
      ...value,
      workspaces: value.workspaces.map((workspace) => ({ ...workspace, keys: workspace.keys ?? [] })),
    },
  };
}

function shapeProblems(errors: readonly ErrorObject[]): readonly DefinitionProblem[] {
  const problems = errors
    // These repeat what another error says better.
    .filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/anyOf/'))
    .map((error) => ({ path: error.instancePath, message: advice(error) }));
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return distinct.size > 0 ? [...distinct.values()] : [{ path: '', message: 'does not match definition.schema.json' }];
}

/** Returns Ajv's message, except for keywords whose message does not say what to change. */
function advice({ keyword, params, message, parentSchema, schema: expected }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${String(params.allowedValues).replaceAll(',', ', ')}`;
  if (keyword === 'additionalProperties') return unknownMember(String(params.additionalProperty), parentSchema);
  if (keyword === 'anyOf' && Array.isArray(expected))
    return `must be a ${expected.map(({ type }: { readonly type?: unknown }) => String(type)).join(' or a ')}`;
  if (keyword === 'false schema') return 'is not allowed here; remove it';
  if (keyword === 'not') return 'is a reserved name; choose another';
  return message ?? keyword;
}

function unknownMember(name: string, parent: ErrorObject['parentSchema']): string {
  const members = Object.keys(isObject(parent?.properties) ? parent.properties : {});
  const meant = nearestName(name, members);
  const advised = meant === undefined ? `; remove or correct it` : `; did you mean "${meant}"?`;
  return `has no member "${name}"${advised}`;
}
