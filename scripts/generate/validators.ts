import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

import type { ContractDocument } from './contract-document.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';
import { withoutRequire } from './without-require.ts';

/**
 * Compiles a validator for each response schema into a module without imports, and lists the validators by operation and status.
 */
export function validatorSources(document: ContractDocument): { js: string; dts: string } {
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { source: true, esm: true } });
  ajv.addSchema(withAbsoluteReferences({ $id: 'contract', components: { schemas: document.components.schemas } }));
  const exported: Record<string, string> = {};
  const places = [
    ...contractOperations(document),
    { operationId: 'outsideOperations', responses: responsesOutsideOperations(document) },
  ];
  const rows = places.map(({ operationId, responses }) => {
    const members = responses.flatMap(({ status, schema }) => {
      if (schema === undefined) return [];
      const name = `is${schema.slice(schema.lastIndexOf('/') + 1)}`;
      exported[name] = `contract${schema}`;
      return [`${status}: ${name}`];
    });
    return `  ${operationId}: { ${members.join(', ')} },`;
  });
  const code = withoutRequire(standaloneCode.default(ajv, exported));
  return { js: `${code}\nexport const validators = {\n${rows.join('\n')}\n};\n`, dts: DECLARATION };
}

const DECLARATION = `import type { OperationId } from './catalogue.ts';

export interface SchemaViolation {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

export interface Validator {
  (body: unknown): boolean;
  errors?: SchemaViolation[] | null;
}

/**
 * The validators of response bodies by status, for each operation and for requests outside operations. A status without a body
 * has no validator.
 */
export const validators: { readonly [Place in OperationId | 'outsideOperations']: { readonly [status: number]: Validator } };
`;

const PROSE = new Set(['description', 'discriminator', 'x-basis']);

/** Removes keywords that do not affect validity, and points references to the schema that is registered as `contract`. */
function withAbsoluteReferences(schema: object): object {
  const text = JSON.stringify(schema, (key, value) => (PROSE.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll('"#/components/', '"contract#/components/'));
}
