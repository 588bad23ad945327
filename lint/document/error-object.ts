import type { UserContext } from '@redocly/openapi-core';

import type { Place } from './place.ts';
import { descend, membersOf } from './place.ts';

/** The media type of every failure. RFC 9457's `application/problem+json` is another form, and is not ours. */
export const MEDIA_TYPE = 'application/json';

/** The schema of the envelope that a response answers. */
export function envelopeSchema(response: Place, context: UserContext): Place {
  return descend(response, ['content', MEDIA_TYPE, 'schema'], context);
}

/** The schemas of the error objects that a response allows: those in the `oneOf` of `error`, or `error` itself. */
export function errorObjectSchemas(response: Place, context: UserContext): Place[] {
  const error = descend(envelopeSchema(response, context), ['properties', 'error'], context);
  const branches = membersOf(descend(error, ['oneOf'], context), context).map(([, branch]) => branch);
  return branches.length > 0 ? branches : [error];
}

/** The codes that a response allows, as far as its schema says them by `const`. */
export function allowedCodes(response: Place, context: UserContext): string[] {
  return errorObjectSchemas(response, context).flatMap((schema) => {
    const { value } = descend(schema, ['properties', 'code', 'const'], context);
    return typeof value === 'string' ? [value] : [];
  });
}
