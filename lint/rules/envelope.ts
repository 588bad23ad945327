import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { envelopeMembers } from '../document/envelope-names.ts';

/** `x-envelope` has the media type of every body and the names of the envelope's members, and every body uses that media type. */
export const envelope: Oas3Rule = () => {
  let mediaType: unknown;
  return {
    Root: {
      enter(root, { location, report }) {
        const written: unknown = 'x-envelope' in root ? root['x-envelope'] : undefined;
        const { detail, ...members } = isObject(written) ? written : {};
        ({ mediaType } = members);
        const { field, message } = isObject(detail) ? detail : {};
        const missing = [
          ...envelopeMembers.filter((name) => !isText(members[name])),
          ...(isText(field) && isText(message) ? [] : ['detail.field and detail.message']),
        ];
        if (missing.length === 0) return;
        report({
          message: `x-envelope must have ${missing.join(', ')}: the media type of every body, and the name of each member of the error envelope.`,
          location: isObject(written) ? location.child('x-envelope') : location.key(),
        });
      },
    },
    MediaTypesMap(types, { location, report }) {
      if (!isText(mediaType)) return;
      for (const found of Object.keys(isObject(types) ? types : {}).filter((each) => each !== mediaType)) {
        report({
          message: `This body is ${found}, but x-envelope requires ${mediaType} for every body. Change one of them.`,
          location: location.child(found).key(),
        });
      }
    },
  };
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
