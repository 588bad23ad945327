import type { Oas3Visitor, UserContext } from '@redocly/openapi-core';
import { isRef } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import type { DocumentNode } from './document-node.ts';
import { descend, membersOf } from './document-node.ts';

/** A response listed by an operation or by `x-outside-operations`. */
export interface ListedResponse extends DocumentNode {
  /** Its key: a status, a range such as `4XX`, or `default`. */
  readonly status: string;
}

/** An example listed by a response, under any media type. */
export interface ListedExample extends DocumentNode {
  readonly name: string;
  /** The example's `$ref`, or `undefined` if it is written inline. */
  readonly reference: string | undefined;
}

/** The responses of one `responses` map. */
export function listedResponses(responses: DocumentNode, context: UserContext): ListedResponse[] {
  return membersOf(responses, context)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, response]) => ({ status, ...response }));
}

/** The examples that a response lists. */
export function listedExamples(response: DocumentNode, context: UserContext): ListedExample[] {
  return membersOf(descend(response, ['content'], context), context).flatMap(([, mediaType]) => {
    const examples = descend(mediaType, ['examples'], context);
    return membersOf(examples, context).map(([name, example]) => {
      const listed = isObject(examples.value) ? examples.value[name] : undefined;
      return { name, reference: isRef(listed) ? listed.$ref : undefined, ...example };
    });
  });
}

/** Whether a status key covers failures. `default` counts: it covers every status that is not listed. */
export function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === 'default';
}

/** Calls `visit` once for each error response and status, even if several operations share the response. */
export function eachErrorResponse(visit: (response: ListedResponse, context: UserContext) => void): Oas3Visitor {
  const seen = new Set<string>();
  return {
    Responses(responses, context) {
      for (const response of listedResponses({ value: responses, location: context.location }, context)) {
        const identity = `${response.status} ${response.location.absolutePointer}`;
        if (!isErrorStatus(response.status) || seen.has(identity)) continue;
        seen.add(identity);
        visit(response, context);
      }
    },
  };
}
