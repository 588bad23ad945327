import type { Oas3Rule, UserContext } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/** Every example of a media type, a parameter or a header has a name, so that the mock, the tests and the docs can refer to it. */
export const namedExamples: Oas3Rule = () => ({ MediaType: judge, Parameter: judge, Header: judge });

function judge(node: unknown, { location, report }: UserContext): void {
  if (!isObject(node) || !Object.hasOwn(node, 'example')) return;
  report({
    message: 'This example has no name. Write `examples: { aName: { value: … } }` instead of `example`.',
    location: location.child('example').key(),
  });
}
