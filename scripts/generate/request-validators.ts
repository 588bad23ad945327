import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { ContractDocument } from './contract-document.ts';
import { withoutRequire } from './without-require.ts';

type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];
type Parameter = NonNullable<NonNullable<Operation['request']>['query']>[number];

/**
 * Compiles validators for the query and the body of each operation, from the schemas and with the options that Prism uses, so that they
 * find the same violations and word them the same way. The module has no imports, and so runs where Prism does not.
 */
export async function requestValidatorSources(document: ContractDocument): Promise<{ js: string; dts: string }> {
  // A copy, because Prism resolves references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const [queries, bodies] = [new Map<string, object>(), new Map<string, object>()];
  const rows = operations.map(({ iid, request }) => {
    const parameters = (request?.query ?? []).filter(isValidated);
    const lists = parameters.filter(({ schema }) => schema?.type === 'array').map(({ name }) => name);
    const query = parameters.length === 0 ? undefined : nameIn(queries, 'query', querySchema(parameters));
    const schema = request?.body?.contents?.[0]?.schema;
    const body = schema === undefined ? undefined : nameIn(bodies, 'body', withoutProse(schema));
    const members = { lists: JSON.stringify(lists), query, body };
    return `  ${iid}: { ${Object.entries(members)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
      .join(', ')} },`;
  });
  const how = { strict: false, allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } };
  const js = [
    // Each module declares names such as `schema11`, so each gets a scope of its own.
    scoped(standalone(new Ajv({ ...how, coerceTypes: true }), queries), [...queries.keys()]),
    scoped(standalone(new Ajv2020(how), bodies), [...bodies.keys()]),
    `export const requestValidators = {\n${rows.join('\n')}\n};\n`,
  ].join('\n');
  return { js, dts: DECLARATION };
}

const DECLARATION = `import type { OperationId } from './catalogue.ts';
import type { Validator } from './validators.js';

export interface RequestValidators {
  /** The query parameters that are lists, separated by commas. */
  readonly lists: readonly string[];
  /** Validates the query by lowercase names. Replaces texts by the values that they stand for. */
  readonly query?: Validator;
  readonly body?: Validator;
}

export const requestValidators: { readonly [Id in OperationId]: RequestValidators };
`;

/**
 * Whether Prism validates a parameter. It validates an object in the deep-object style by its declared properties alone, and so never one
 * that declares none.
 * @throws {Error} if the style is one that \`requestViolations\` does not read
 */
function isValidated({ name, style, explode, schema }: Parameter): boolean {
  if (style === 'deepObject' && schema?.properties === undefined) return false;
  if (style === 'form' && schema?.type !== 'object' && !(schema?.type === 'array' && explode === true)) return true;
  throw new Error(
    `The parameter ${name} has a style that src/mock-core/request-violations.ts does not read. Add it there`,
  );
}

function querySchema(parameters: readonly Parameter[]): object {
  const properties = parameters.map(({ name, schema }) => [name.toLowerCase(), withoutProse(schema ?? {})]);
  const required = parameters.filter(({ required: isRequired }) => isRequired === true);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(({ name }) => name.toLowerCase()),
  };
}

const PROSE = new Set(['$schema', 'default', 'description', 'examples', 'x-basis', 'x-stoplight']);

/** Removes what does not affect validity, so that equal schemas share one validator. */
function withoutProse(schema: object): object {
  return JSON.parse(JSON.stringify(schema, (key, value) => (PROSE.has(key) ? undefined : value)));
}

/** Returns the name of a schema in a map. Equal schemas have one name. */
function nameIn(schemas: Map<string, object>, prefix: string, schema: object): string {
  const text = JSON.stringify(schema);
  const known = [...schemas].find(([, each]) => JSON.stringify(each) === text)?.[0];
  const name = known ?? `${prefix}${schemas.size + 1}`;
  schemas.set(name, schema);
  return name;
}

function standalone(ajv: Ajv, schemas: ReadonlyMap<string, object>): string {
  for (const [name, schema] of schemas) ajv.addSchema(schema, name);
  return withoutRequire(
    standaloneCode.default(ajv, Object.fromEntries([...schemas.keys()].map((name) => [name, name]))),
  );
}

function scoped(code: string, names: readonly string[]): string {
  const body = code.replace('"use strict";', '').replaceAll('export const ', 'const ');
  return `const { ${names.join(', ')} } = /* @__PURE__ */ (() => {\n${body}\nreturn { ${names.join(', ')} };\n})();`;
}
