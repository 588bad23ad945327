import type { ContractDocument, SchemaObject } from './contract-document.ts';

/** OpenAPI keywords that JSON Schema does not have. */
const NOT_JSON_SCHEMA = /^(discriminator|x-.*)$/;

/** The envelope of every failure as one JSON Schema, for validating responses in other languages. */
export function envelopeSchema(document: ContractDocument): object {
  const { schemas } = document.components;
  const { error, code } = document['x-envelope'];
  const errors = Object.keys(schemas).filter((name) => typeof schemas[name]?.properties?.[code]?.const === 'string');
  return withoutOpenApi({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://unpkg.com/workspace-api-contract/envelope.schema.json',
    title: 'The error envelope of the Workspace API',
    description:
      'The body of every failure. The catalogue lists the status of each code. It changes as the contract does, whose version is in ' +
      'openapi.json. This address has the schema of the newest version of the package workspace-api-contract; ' +
      'https://unpkg.com/workspace-api-contract@VERSION/envelope.schema.json has that of another.',
    type: 'object',
    required: [error],
    additionalProperties: false,
    properties: {
      [error]: {
        description: `The error. Its \`${code}\` determines its other members.`,
        oneOf: errors.map((name) => ({ $ref: `#/components/schemas/${name}` })),
      },
    },
    $defs: Object.fromEntries([...reachable(schemas, errors)].map((name) => [name, schemas[name]])),
  });
}

/** Returns the names of some schemas and of all schemas that they reference. */
function reachable(schemas: Readonly<Record<string, SchemaObject>>, names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) {
    for (const [, referenced = ''] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      found.add(referenced);
    }
  }
  return found;
}

function withoutOpenApi(schema: object): object {
  const text = JSON.stringify(schema, (key, value) => (NOT_JSON_SCHEMA.test(key) ? undefined : value));
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/'));
}
