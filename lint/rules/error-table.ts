import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/** The document has its closed table of pairs, which the other rules measure it by; each row is well formed and there once. */
export const errorTable: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const table: unknown = 'x-error-table' in root ? root['x-error-table'] : undefined;
    if (!Array.isArray(table) || table.length === 0) {
      report({
        message:
          'There is no table of errors. List under `x-error-table` each { status, code, description } of the API.',
        location: location.key(),
      });
      return;
    }
    const seen = new Set<string>();
    table.forEach((row: unknown, index) => {
      const place = { location: location.child(['x-error-table', index]) };
      if (!isRow(row)) {
        report({
          message: 'A row has a status from 400 to 599, a code in CAPITALS_LIKE_THIS and a description.',
          ...place,
        });
        return;
      }
      const pair = `${row.status} ${row.code}`;
      if (seen.has(pair))
        report({ message: `${pair} is in the table already. Take one of the two rows out.`, ...place });
      seen.add(pair);
    });
  },
});

interface Row {
  status: number;
  code: string;
  description: string;
}

function isRow(row: unknown): row is Row {
  if (!isObject(row)) return false;
  const { status, code, description } = row;
  return isErrorStatus(status) && isCode(code) && typeof description === 'string' && description !== '';
}

function isErrorStatus(status: unknown): boolean {
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599;
}

function isCode(code: unknown): boolean {
  return typeof code === 'string' && /^[A-Z]+(_[A-Z]+)*$/.test(code);
}
