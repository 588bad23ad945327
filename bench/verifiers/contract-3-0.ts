import { isObject } from '../../src/contract/index.ts';
import { servedDocument } from './contract.ts';

const ONLY_IN_3_1 = new Set(['jsonSchemaDialect', 'summary', 'identifier']);

/** The contract as OpenAPI 3.0, for a peer without support for 3.1: the same schemas, with `const` as an `enum` of one value. */
export const contract30: Readonly<Record<string, unknown>> = {
  ...asOf30({ ...servedDocument, openapi: '3.0.3' }),
  info: asOf30(servedDocument.info),
};

function asOf30(value: unknown): object {
  if (Array.isArray(value)) return value.map((each) => (isObject(each) || Array.isArray(each) ? asOf30(each) : each));
  if (!isObject(value)) return {};
  // OpenAPI 3.0 allows no siblings next to a reference.
  if (typeof value.$ref === 'string') return { $ref: value.$ref };
  const entries = Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
    if (name === 'const') return [['enum', [each]]];
    if (ONLY_IN_3_1.has(name) && typeof each === 'string' && !('operationId' in value) && !('value' in value))
      return [];
    return [[name, isObject(each) || Array.isArray(each) ? asOf30(each) : each]];
  });
  return Object.fromEntries(entries);
}
