import { readFileSync } from 'node:fs';

import type { OperationId } from '../../../contract/index.ts';
import { isObject, operations } from '../../../contract/index.ts';

/** A query parameter of an operation, as far as it matters for what could be sent in it. */
export interface ContractParameter {
  readonly name: string;
  /** The type in its schema; `object` is written as `name[member]`. */
  readonly type: string;
  readonly minimum: number;
  readonly maximum: number;
}

const contract: unknown = JSON.parse(
  readFileSync(new URL('../../../../generated/openapi.json', import.meta.url), 'utf8'),
);

/** The query parameters that the contract has for an operation. */
export function queryParametersOf(operationId: OperationId): readonly ContractParameter[] {
  const { method, path } = operations[operationId];
  const parameters = at(contract, 'paths', path, method.toLowerCase(), 'parameters');
  return (Array.isArray(parameters) ? parameters : []).map(resolved).flatMap((parameter) => {
    const { name, in: place, schema } = isObject(parameter) ? parameter : {};
    if (place !== 'query' || typeof name !== 'string' || !isObject(schema)) return [];
    const { type, minimum, maximum } = schema;
    return [
      {
        name,
        type: String(type),
        minimum: typeof minimum === 'number' ? minimum : 0,
        maximum: typeof maximum === 'number' ? maximum : Number.MAX_SAFE_INTEGER,
      },
    ];
  });
}

function resolved(value: unknown): unknown {
  const reference = at(value, '$ref');
  return typeof reference === 'string' ? at(contract, ...reference.replace('#/', '').split('/')) : value;
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}
