import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { BASES, isBasis } from '../document/basis.ts';

/** `x-constraint-messages` has a template and a basis for each constraint. The templates are the messages in `details`. */
export const constraintMessages: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const messages: unknown = 'x-constraint-messages' in root ? root['x-constraint-messages'] : undefined;
    if (!isObject(messages)) {
      report({
        message: '`x-constraint-messages` is missing. Add it with a { basis, template } for each constraint.',
        location: location.key(),
      });
      return;
    }
    for (const [name, message] of Object.entries(messages)) {
      if (
        isObject(message) &&
        isBasis(message.basis) &&
        typeof message.template === 'string' &&
        message.template !== ''
      )
        continue;
      report({
        message: `The message for ${name} must have a basis (one of ${BASES}) and a template.`,
        location: location.child(['x-constraint-messages', name]),
      });
    }
  },
});
