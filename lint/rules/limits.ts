import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/**
 * What a limit depends on agrees with it: every batch has the same size, an index in a batch ends one before its size, a page holds
 * as many records as may be asked for; and the body has a largest size.
 */
export const limits: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const at = (...path: readonly string[]): unknown =>
      path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), root);
    const schema = (...path: readonly string[]): unknown => at('components', 'schemas', ...path);
    const largest = schema('BulkCreate', 'maxItems');
    const largestPage = at('components', 'parameters', 'Size', 'schema', 'maximum');
    const agreeing: readonly (readonly [path: readonly string[], wanted: unknown])[] = [
      [['components', 'schemas', 'BulkUpdate', 'maxItems'], largest],
      [['components', 'schemas', 'BulkDelete', 'maxItems'], largest],
      [['components', 'schemas', 'BulkUpdate', 'minItems'], schema('BulkCreate', 'minItems')],
      [['components', 'schemas', 'BulkDelete', 'minItems'], schema('BulkCreate', 'minItems')],
      [
        ['components', 'schemas', 'BulkItemFailure', 'properties', 'index', 'maximum'],
        typeof largest === 'number' ? largest - 1 : undefined,
      ],
      [['components', 'schemas', 'RecordPage', 'properties', 'data', 'maxItems'], largestPage],
      [['components', 'schemas', 'PageMeta', 'properties', 'size', 'maximum'], largestPage],
    ];
    for (const [path, wanted] of agreeing) {
      const found = at(...path);
      if (found === wanted) continue;
      report({
        message: `This limit is ${String(found)} and must be ${String(wanted)}, as the limits that it depends on say.`,
        location: location.child([...path]),
      });
    }
    const bytes = at('x-limits', 'bodyBytes');
    if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0) return;
    report({ message: 'x-limits.bodyBytes must say how many bytes a body may have.', location: location.key() });
  },
});
