import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { createApp } from '../../examples/fastify/app.ts';
import type { Business } from '../../examples/shop/business.ts';
import type { Entity } from '../../examples/shop/entities.ts';
import { isObject } from '../../src/contract/index.ts';
import { fail } from '../../src/plugins/index.ts';
import type { ColumnDefinition, Definition, EntityDefinition, WorkspaceDefinition } from '../../src/workspace/index.ts';
import { allowsWrites, modeName, scaleOf } from '../../src/workspace/index.ts';
import { workspaceDocument } from '../../src/workspace-contract/index.ts';
import { messageOf } from './schema-messages.ts';

/** A server that is listening. */
export interface SecondServer {
  /** The base URL of the API. */
  readonly url: string;
  close(): Promise<unknown>;
}

/**
 * Starts the application of `examples/fastify` with the entities of a definition. It keeps and checks records in its own way: it validates
 * them with the JSON Schemas of the workspace's OpenAPI document.
 */
export async function startSecondImplementation(definition: Definition): Promise<SecondServer> {
  const app = createApp({ business: businessOf(definition) });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const ajv = httpPart === 'querystring' ? lenient : strict;
    const validate = ajv.compile(isObject(schema) ? schema : {});
    const errors: ErrorObject[] = [];
    const check = Object.assign(
      (data: unknown): boolean => {
        const isValid = validate(data);
        check.errors = (validate.errors ?? []).map(inContractsWords);
        return isValid;
      },
      { errors },
    );
    return check;
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${origin}/api/v1`, close: () => app.close() };
}

// Every object inherits a property `toString`, which is also the name of a column.
const strict = addFormats.default(
  new Ajv2020({ allErrors: true, allowUnionTypes: true, ownProperties: true, verbose: true }),
);
strict.addVocabulary(['x-column']);
strict.addKeyword({
  keyword: 'x-scale',
  type: 'number',
  validate: (scale: number, value: number) => Number(value.toFixed(scale)) === value,
});
const lenient = new Ajv2020({ allErrors: true, coerceTypes: true, useDefaults: true });

/** Words an error about a column as the contract does: the schema has no place for the messages of a definition. */
function inContractsWords(error: ErrorObject): ErrorObject {
  const column: ColumnDefinition | undefined = error.parentSchema?.['x-column'];
  const message = column === undefined ? undefined : messageOf(column, error);
  return message === undefined ? error : { ...error, keyword: 'x-message', message };
}

function businessOf(definition: Definition): Business {
  const [workspace] = definition.workspaces;
  if (workspace === undefined) throw new Error('the definition has no workspace');
  const { schemas } = Object(workspaceDocument({ organization: definition.organization, workspace }).components);
  return {
    entities: workspace.entities.map((entity) => entityOf(entity, schemas)),
    workspaces: definition.workspaces.map(({ slug }) => slug),
    admit: ({ authorization = '', organization, workspace: slug, method }) => {
      const sent = /^Bearer (\S+)$/i.exec(authorization)?.[1];
      const own = definition.workspaces.flatMap((each) => each.keys.map((key) => ({ ...key, owner: each })));
      const key = own.find((each) => each.key === sent);
      if (key === undefined || key.revoked === true) throw fail('invalidApiKey');
      if (key.expiresAt !== undefined && new Date(key.expiresAt) <= new Date()) throw fail('expiredApiKey');
      if (organization !== definition.organization || slug !== key.owner.slug) throw fail('wrongWorkspace');
      if (method !== 'GET' && method !== 'HEAD') requireWritable(key.permission, key.owner);
    },
  };
}

function requireWritable(permission: string, { mode }: WorkspaceDefinition): void {
  if (permission === 'READ_ONLY') throw fail('readOnlyKey');
  if (!allowsWrites(mode)) throw fail('workspaceRestricted', { mode: modeName(mode) });
}

function entityOf({ name, table, columns }: EntityDefinition, schemas: Readonly<Record<string, unknown>>): Entity {
  return {
    name,
    table,
    columns: ['id', ...columns.map((column) => column.name)],
    unique: columns.filter(({ unique }) => unique === true).map((column) => column.name),
    references: columns.flatMap(({ name: column, references }) =>
      references === undefined ? [] : [{ column, entity: references }],
    ),
    schemas: {
      create: withColumns(schemas[`${name}.create`], columns),
      update: withColumns(schemas[`${name}.update`], columns),
    },
  };
}

/** Adds to each property what it is, and the scale of a number, which no keyword of JSON Schema says. */
function withColumns(schema: unknown, columns: readonly ColumnDefinition[]): object {
  const { properties, ...rest } = Object(schema);
  const named = columns.map((column) => [
    column.name,
    {
      ...Object(new Map(Object.entries(Object(properties))).get(column.name)),
      'x-column': column,
      ...(column.type === 'DECIMAL' ? { 'x-scale': scaleOf(column) } : {}),
    },
  ]);
  return { ...rest, properties: Object.fromEntries(named) };
}
