import type { RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { keyword, sql } from '../sql/sql.ts';

/** What to read in another thread, and how long it may take, in milliseconds. */
export interface ScanRequest {
  readonly statement: Sql;
  readonly limit: number;
}

/** The rows of a scan, or the reason why it failed. */
export type ScanResponse = { readonly rows: readonly RowValues[] } | { readonly error: unknown };

/** An SQL function that is always true, but ends a scan that takes too long. Only scans can call it. */
export const IN_TIME = 'in_time';

/** A condition that ends a scan that takes too long. It costs little, because only every 64th id calls the function. */
export const inTime = sql`(id & 63 OR ${keyword(IN_TIME)}())`;
