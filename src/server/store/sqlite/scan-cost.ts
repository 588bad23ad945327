import type { EntityDefinition } from '../../../workspace/index.ts';
import { maximumLength } from '../../../workspace/index.ts';
import { isSorted } from '../sql/select-page.ts';
import type { ListQuery } from '../store.ts';

/** The size of what a statement reads. */
export interface ScanSize {
  /** The number of rows, or more. */
  readonly rows: number;
  /** The bytes of all rows together, or more. */
  readonly bytes: number;
}

// Measured with SQLite 3.53 on a table in the cache of the system, and rounded up, in nanoseconds.
const PER_BYTE = 0.5;
const PER_SEARCHED_BYTE = 1;
const PER_SEARCHED_BYTE_AND_OPERAND_BYTE = 0.05;
const PER_ROW = 50;
const PER_ROW_AND_FILTER = 50;
const PER_ROW_AND_LIST_OF_VALUES = 500;
const PER_SORTED_BYTE = 1;
const PER_SORTED_ROW = 100;
/** For the rows up to the last one of the page, which are kept in order. */
const PER_KEPT_ROW = 1000;

/** UTF-8 has up to 4 bytes per character. */
const BYTES_PER_CHARACTER = 4;
/** More than an integer and the header of a value. */
const BYTES_PER_COLUMN = 16;
/** SQLite reads whole pages, and the rows that an index finds are on different pages. */
const PAGE = 4096;

/** Returns how many milliseconds SQLite may need to read a page of records, at most. The estimate is never far too low. */
export function scanCost(query: ListQuery, { rows, bytes }: ScanSize): number {
  const { filters, page, size } = query;
  const hasToSort = isSorted(query);
  const operands = filters.filter(({ operator }) => operator === 'like').flatMap(({ values }) => values);
  const lists = filters.filter(({ operator }) => operator === 'in').length;
  const searching = operands.map(
    (text) => PER_SEARCHED_BYTE + PER_SEARCHED_BYTE_AND_OPERAND_BYTE * Buffer.byteLength(text),
  );
  const perByte = PER_BYTE + (hasToSort ? PER_SORTED_BYTE : 0) + searching.reduce((sum, each) => sum + each, 0);
  const perRow =
    PER_ROW +
    PER_ROW_AND_FILTER * filters.length +
    PER_ROW_AND_LIST_OF_VALUES * lists +
    (hasToSort ? PER_SORTED_ROW : 0);
  const kept = hasToSort ? Math.min(rows, (page + 1) * size) : 0;
  return (bytes * perByte + rows * perRow + kept * PER_KEPT_ROW) / 1e6;
}

/** Returns how many bytes SQLite reads for a number of rows, at most. */
export function bytesOfRows({ columns }: EntityDefinition, rows: number): number {
  const row = columns.reduce(
    (sum, column) =>
      sum + BYTES_PER_COLUMN + (column.type === 'TEXT' ? maximumLength(column) * BYTES_PER_CHARACTER : 0),
    PAGE,
  );
  return rows * row;
}
