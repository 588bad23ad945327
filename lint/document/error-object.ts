import type { UserContext } from '@redocly/openapi-core';

import type { DocumentNode } from './document-node.ts';
import { descend, membersOf } from './document-node.ts';
import { envelopeOf } from './envelope-names.ts';

/** The schema of a response's envelope. */
export function envelopeSchema(response: DocumentNode, context: UserContext): DocumentNode {
  return descend(response, ['content', envelopeOf(response.location).mediaType, 'schema'], context);
}

/** The schemas of the error objects that a response allows: those in the `oneOf` of `error`, or `error` itself. */
export function errorObjectSchemas(response: DocumentNode, context: UserContext): DocumentNode[] {
  const error = descend(
    envelopeSchema(response, context),
    ['properties', envelopeOf(response.location).error],
    context,
  );
  const branches = membersOf(descend(error, ['oneOf'], context), context).map(([, branch]) => branch);
  return branches.length > 0 ? branches : [error];
}

/** The codes that a response's schema allows with `const`. */
export function allowedCodes(response: DocumentNode, context: UserContext): string[] {
  return errorObjectSchemas(response, context).flatMap((schema) => {
    const { value } = descend(schema, ['properties', envelopeOf(response.location).code, 'const'], context);
    return typeof value === 'string' ? [value] : [];
  });
}
