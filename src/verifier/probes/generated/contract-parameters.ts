import type { OperationId } from '../../../contract/index.ts';
import { contract } from '../../../contract/index.ts';

/** A query parameter of an operation, reduced to what determines its possible values. */
export interface ContractParameter {
  readonly name: string;
  /** The type in its schema. A parameter of type `object` is written as `name[member]`. */
  readonly type: string;
  readonly minimum: number;
  readonly maximum: number;
}

type QueryRow = Pick<ContractParameter, 'type'> & Partial<ContractParameter>;

/** Returns the query parameters that the contract defines for an operation. */
export function queryParametersOf(operationId: OperationId): readonly ContractParameter[] {
  const query: Readonly<Record<string, QueryRow>> = contract.operations[operationId].query;
  return Object.entries(query).map(([name, { type, minimum = 0, maximum = Number.MAX_SAFE_INTEGER }]) => ({
    name,
    type,
    minimum,
    maximum,
  }));
}
