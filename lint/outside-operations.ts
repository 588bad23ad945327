import type { NodeType } from '@redocly/openapi-core';

/** The root extension that lists what answers a request whose path is no operation: a map of responses by status. */
export const OUTSIDE_OPERATIONS = 'x-outside-operations';

/** Lets Redocly walk `x-outside-operations` as it walks the `responses` of an operation, with all of its rules and ours. */
export function walkOutsideOperations(types: Record<string, NodeType>): Record<string, NodeType> {
  const { Root } = types;
  if (Root === undefined) throw new Error('Redocly no longer calls the type of a document "Root"; mend this extension');
  return { ...types, Root: { ...Root, properties: { ...Root.properties, [OUTSIDE_OPERATIONS]: 'Responses' } } };
}
