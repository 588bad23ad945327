import type { NodeType } from '@redocly/openapi-core';

/** The root extension that lists the responses to requests whose path belongs to no operation, by status. */
export const OUTSIDE_OPERATIONS = 'x-outside-operations';

/** Makes Redocly apply all rules to `x-outside-operations`, as it does to the `responses` of an operation. */
export function walkOutsideOperations(types: Record<string, NodeType>): Record<string, NodeType> {
  const { Root } = types;
  if (Root === undefined)
    throw new Error('Redocly has no node type "Root"; update walkOutsideOperations for its new type names');
  return { ...types, Root: { ...Root, properties: { ...Root.properties, [OUTSIDE_OPERATIONS]: 'Responses' } } };
}
