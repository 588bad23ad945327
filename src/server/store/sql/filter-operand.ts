import type { ColumnDefinition } from '../../../workspace/index.ts';
import { scaleOf } from '../../../workspace/index.ts';
import { encodeValue } from './column-codec.ts';
import type { SqlValue } from './sql.ts';

/** What a column is compared with. */
export interface FilterOperand {
  /** The value as the column keeps it; where no such value can be kept, the next one below. */
  readonly value: SqlValue;
  /** Whether the column can have the value at all. */
  readonly exact: boolean;
}

/** Beyond every number that is kept, and within what 64 bits hold. */
const BEYOND = 10n ** 18n;

/** Reads the value of a filter, which fits the type of its column but may be finer or larger than anything in it. */
export function filterOperand(column: ColumnDefinition, text: string): FilterOperand {
  if (column.type === 'BOOLEAN') return { value: encodeValue(column, text === 'true'), exact: true };
  if (column.type !== 'INTEGER' && column.type !== 'DECIMAL') return { value: encodeValue(column, text), exact: true };
  const [whole = '', fraction = ''] = text.split('.');
  const scale = scaleOf(column);
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  const exact = !/[1-9]/.test(fraction.slice(scale));
  // Cutting digits off rounds towards zero: below zero, that is upwards.
  const below = !exact && whole.startsWith('-') ? kept - 1n : kept;
  return { value: below > BEYOND ? BEYOND : below < -BEYOND ? -BEYOND : below, exact };
}
