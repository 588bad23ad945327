import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { BASES, isBasis } from '../document/basis.ts';

/** The document says what `details` tell of a field: one template, with its basis, for each constraint. */
export const constraintMessages: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const messages: unknown = 'x-constraint-messages' in root ? root['x-constraint-messages'] : undefined;
    if (!isObject(messages)) {
      report({
        message:
          'There are no messages of constraints. List under `x-constraint-messages` for each its { basis, template }.',
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
        message: `The message of ${name} must have a basis (one of ${BASES}) and a template.`,
        location: location.child(['x-constraint-messages', name]),
      });
    }
  },
});
