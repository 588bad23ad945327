import type { Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';

/** The document has an error table, against which other rules check it. Each row is well formed and unique. */
export const errorTable: Oas3Rule = () => ({
  Root(root, { location, report }) {
    const table: unknown = 'x-error-table' in root ? root['x-error-table'] : undefined;
    if (!Array.isArray(table) || table.length === 0) {
      report({
        message: '`x-error-table` is missing or empty. List each { status, code, description } of the API.',
        location: location.key(),
      });
      return;
    }
    const seen = new Set<string>();
    table.forEach((row: unknown, index) => {
      const place = { location: location.child(['x-error-table', index]) };
      if (!isRow(row)) {
        report({
          message: 'A row must have a status from 400 to 599, a code in UPPER_SNAKE_CASE and a description.',
          ...place,
        });
        return;
      }
      const pair = `${row.status} ${row.code}`;
      if (seen.has(pair)) report({ message: `${pair} is already in the table. Remove one of the two rows.`, ...place });
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
