/** A JSON Schema, as far as `target.schema.json` uses it. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

const VARIABLE = { $ref: '#/$defs/variable' };

/**
 * The schema of a target file as people write it, where a variable can replace any string. The verifier replaces the variables before it
 * validates the file, so its own schema has only the strings.
 */
export function publishedTargetSchema({ $schema, ...schema }: Schema & { readonly $schema: string }): object {
  const { properties: { $schema: address, ...members } = {}, ...others } = schema;
  return {
    $schema,
    $id: 'https://unpkg.com/workspace-api-contract/target.schema.json',
    ...others,
    properties: { $schema: address, ...mapped(members) },
    $defs: {
      variable: {
        description: 'The value of an environment variable. Reports never show it.',
        type: 'object',
        required: ['env'],
        additionalProperties: false,
        properties: { env: { description: 'The name of the variable.', type: 'string', minLength: 1 } },
      },
    },
  };
}

function orVariable(schema: Schema): object {
  const { description, ...value } = schema;
  const isText = schema.type === 'string' || schema.enum?.some((each) => typeof each === 'string') === true;
  if (isText) return { ...(description === undefined ? {} : { description }), anyOf: [value, VARIABLE] };
  const { properties, additionalProperties, anyOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: mapped(properties) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: orVariable(additionalProperties) }),
    ...(anyOf && { anyOf: anyOf.map(orVariable) }),
  };
}

function mapped(members: Readonly<Record<string, Schema>>): object {
  return Object.fromEntries(Object.entries(members).map(([name, each]) => [name, orVariable(each)]));
}
