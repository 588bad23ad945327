import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/**
 * Related limits must match: all batches have the same size, the last index in a batch is its size minus one, and a page holds as many
 * records as the largest page size. The body must have a maximum size. A schema that the document lacks has no limit: the contract of a
 * workspace has its own schemas of batches and pages.
 */
export const limits: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const at = (...path: readonly string[]): unknown =>
      path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), root);
    const schema = (...path: readonly string[]): unknown => at('components', 'schemas', ...path);
    const [batch = 'BulkCreate'] = ['BulkCreate', 'BulkDelete'].filter((name) => schema(name) !== undefined);
    const largest = schema(batch, 'maxItems');
    const largestPage = at('components', 'parameters', 'Size', 'schema', 'maximum');
    const agreeing: readonly (readonly [path: readonly string[], wanted: unknown])[] = [
      [['components', 'schemas', 'BulkUpdate', 'maxItems'], largest],
      [['components', 'schemas', 'BulkDelete', 'maxItems'], largest],
      [['components', 'schemas', 'BulkUpdate', 'minItems'], schema(batch, 'minItems')],
      [['components', 'schemas', 'BulkDelete', 'minItems'], schema(batch, 'minItems')],
      [
        ['components', 'schemas', 'BulkItemFailure', 'properties', 'index', 'maximum'],
        typeof largest === 'number' ? largest - 1 : undefined,
      ],
      [['components', 'schemas', 'RecordPage', 'properties', 'data', 'maxItems'], largestPage],
      [['components', 'schemas', 'PageMeta', 'properties', 'size', 'maximum'], largestPage],
    ];
    for (const [path, wanted] of agreeing) {
      const found = at(...path);
      if (found === wanted || at(...path.slice(0, 3)) === undefined) continue;
      report({
        message: `This limit is ${String(found)} but must be ${String(wanted)} to match the limits it depends on.`,
        location: location.child([...path]),
      });
    }
    const bytes = at('x-limits', 'bodyBytes');
    if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0) return;
    report({
      message: 'x-limits.bodyBytes must be the maximum size of a body in bytes, as a positive integer.',
      location: location.key(),
    });
  },
});
