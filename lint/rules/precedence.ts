import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { BASES, isBasis } from '../document/basis.ts';
import { listedExamples, listedResponses } from '../document/listed-response.ts';
import { scenariosOf } from '../document/scenario.ts';

/**
 * The order of precedence names every scenario once, with a basis. It omits unexpected errors (status 500) and scenarios that no
 * operation raises, because these never compete with other scenarios.
 */
export const precedence: Oas3Rule = () => {
  const unexpected = new Set<string>();
  return {
    Responses(responses, context) {
      for (const response of listedResponses({ value: responses, location: context.location }, context)) {
        if (response.status !== UNEXPECTED) continue;
        for (const { name } of listedExamples(response, context)) unexpected.add(name);
      }
    },
    Root: {
      leave(root, { location, report }) {
        const scenarios = scenariosOf(root.components?.examples, location.child(['components', 'examples']));
        const left = scenarios.filter(
          ({ name, members }) => members.raisedBy === 'noOperation' || unexpected.has(name),
        );
        const wanted = new Set(scenarios.filter((each) => !left.includes(each)).map(({ name }) => name));
        const written: unknown = 'x-precedence' in root ? root['x-precedence'] : undefined;
        const rows: readonly unknown[] = Array.isArray(written) ? written : [];
        const seen = new Set<unknown>();
        for (const [index, row] of rows.entries()) {
          const message = complaint(row, wanted, seen);
          if (message !== undefined) report({ message, location: location.child(['x-precedence', index]) });
          if (isObject(row)) seen.add(row.scenario);
        }
        const missing = [...wanted].filter((name) => !seen.has(name));
        if (missing.length === 0) return;
        report({
          message: `x-precedence lacks ${missing.join(', ')}. Add a { scenario, basis }${missing.length > 1 ? ' for each' : ''} at its place in the order.`,
          location: rows.length > 0 ? location.child('x-precedence') : location.key(),
        });
      },
    },
  };
};

const UNEXPECTED = '500';

function complaint(row: unknown, wanted: ReadonlySet<string>, seen: ReadonlySet<unknown>): string | undefined {
  const { scenario, basis, ...others } = isObject(row) ? row : {};
  if (typeof scenario !== 'string' || !isBasis(basis) || Object.keys(others).length > 0)
    return `A row of x-precedence must be a { scenario, basis } with a basis of ${BASES}.`;
  if (seen.has(scenario)) return `x-precedence names ${scenario} twice. Keep one of the two rows.`;
  if (!wanted.has(scenario))
    return `x-precedence names ${scenario}, which does not belong in the order. Remove it, or fix the name.`;
  return undefined;
}
