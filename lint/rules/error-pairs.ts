import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core';

import { isObject, readEnvelope } from '../../src/contract/index.ts';
import { envelopeOf } from '../document/envelope-names.ts';
import { allowedCodes, envelopeSchema } from '../document/error-object.ts';
import type { TableRow } from '../document/error-table.ts';
import { errorTableOf } from '../document/error-table.ts';
import type { ListedResponse } from '../document/listed-response.ts';
import { isErrorStatus, listedExamples, listedResponses } from '../document/listed-response.ts';
import { isScenario } from '../document/scenario.ts';

/**
 * The error table matches the responses: each status and code in use is a pair in the table, and each pair is in use. In the contract of a
 * workspace, whose operations have an `x-operation`, a pair may be unused: it cannot happen to these entities.
 */
export const errorPairs: Oas3Rule = () => {
  // Keyed by content, because operations share responses and each use is reported only once.
  const uses = new Map<string, Use>();
  let isDerived = false;
  return {
    Operation(operation) {
      isDerived ||= isObject(operation) && 'x-operation' in operation;
    },
    Responses(responses, context) {
      for (const response of listedResponses({ value: responses, location: context.location }, context)) {
        for (const use of usesOf(response, context)) uses.set(`${use.what} ${use.status} ${String(use.code)}`, use);
      }
    },
    Root: {
      leave(root, { location, report }) {
        const table = errorTableOf(root);
        // `error-table` reports a missing table.
        if (table.length === 0) return;
        const wrong = [...uses.values()].filter((use) => !table.some((row) => isOf(row, use)));
        for (const use of wrong) report({ message: complaint(use, table), location: use.location });

        if (isDerived) return;
        const idle = table.filter((row) => ![...uses.values()].some((use) => isOf(row, use)));
        for (const { status, code, index } of idle) {
          report({
            message: `No response has the pair ${status} ${code}. Document a scenario for it, or remove it from the table.`,
            location: location.child(['x-error-table', index]),
          });
        }
      },
    },
  };
};

/** A status and a code, and the part of the document that combines them. */
interface Use {
  what: string;
  status: string;
  code: unknown;
  location: Location;
}

function usesOf(response: ListedResponse, context: UserContext): Use[] {
  const { status } = response;
  const ofScenarios = listedExamples(response, context).flatMap(({ name, value, location }) =>
    isScenario(value)
      ? [
          {
            what: `The scenario ${name}`,
            status,
            code: readEnvelope(value.value, envelopeOf(location))?.code,
            location: location.child('value'),
          },
        ]
      : [],
  );
  if (!isErrorStatus(status)) return ofScenarios;
  const { location } = envelopeSchema(response, context);
  return [
    ...ofScenarios,
    ...allowedCodes(response, context).map((code) => ({ what: 'The schema of a response', status, code, location })),
  ];
}

function isOf(row: TableRow, use: Use): boolean {
  return String(row.status) === use.status && row.code === use.code;
}

function complaint({ what, status, code }: Use, table: readonly TableRow[]): string {
  const statuses = table.filter((row) => row.code === code).map((row) => row.status);
  const cure =
    statuses.length > 0
      ? `The table has that code with status ${statuses.join(' and ')}: use it there.`
      : 'Fix the code, or add the pair to the table.';
  return `${what} combines status ${status} with code ${String(code)}, which is not a pair in x-error-table. ${cure}`;
}
