import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

import type { ContractDocument } from './contract-document.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';

/** Compiles one validator for each schema that answers, as a module without imports, and names it by operation and status. */
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

/** For each operation, and for what lies outside of all, the validator of the body that it answers with a status. A status without a body has none. */
export const validators: { readonly [Place in OperationId | 'outsideOperations']: { readonly [status: number]: Validator } };
`;

const PROSE = new Set(['description', 'discriminator', 'x-basis']);

/** Leaves out what says nothing about validity, and lets references find the schema that is registered as `contract`. */
function withAbsoluteReferences(schema: object): object {
  const text = JSON.stringify(schema, (key, value) => (PROSE.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll('"#/components/', '"contract#/components/'));
}

const CODE_POINT_LENGTH = 'require("ajv/dist/runtime/ucs2length").default';

/** Ajv writes a \`require\` for string lengths even into an ES module; counting code points does the same. */
function withoutRequire(code: string): string {
  const replaced = code.replaceAll(CODE_POINT_LENGTH, '((text) => [...text].length)');
  if (replaced.includes('require(')) throw new Error('Ajv wrote a require() that is not known here; replace it');
  return replaced;
}
