import { isObject } from '../../src/contract/index.ts';

/** A row of `x-error-table`: a status and a code that belong together. */
export interface TableRow {
  readonly status: number;
  readonly code: string;
  /** Its position in the table. */
  readonly index: number;
}

/** The well-formed rows of a document's error table. The rule `error-table` reports the others. */
export function errorTableOf(root: unknown): TableRow[] {
  const table = isObject(root) ? root['x-error-table'] : undefined;
  if (!Array.isArray(table)) return [];
  return table.flatMap((row: unknown, index) => {
    if (!isObject(row) || typeof row.status !== 'number' || typeof row.code !== 'string') return [];
    return [{ status: row.status, code: row.code, index }];
  });
}
