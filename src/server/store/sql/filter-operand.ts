import type { ColumnDefinition } from '../../../workspace/index.ts';
import { scaleOf } from '../../../workspace/index.ts';
import { encodeValue } from './column-codec.ts';
import type { SqlValue } from './sql.ts';

/** The value that a column is compared with. */
export interface FilterOperand {
  /** The value as the column stores it. If the column cannot store it, the next lower value that it can store. */
  readonly value: SqlValue;
  /** Whether the column can store exactly this value. */
  readonly exact: boolean;
}

/** Larger than any stored number, but still within 64 bits. */
const BEYOND = 10n ** 18n;

/** Reads the value of a filter. It has the type of its column, but may have more digits than the column can store. */
export function filterOperand(column: ColumnDefinition, text: string): FilterOperand {
  if (column.type === 'BOOLEAN') return { value: encodeValue(column, text === 'true'), exact: true };
  if (column.type !== 'INTEGER' && column.type !== 'DECIMAL') return { value: encodeValue(column, text), exact: true };
  const [whole = '', fraction = ''] = text.split('.');
  const scale = scaleOf(column);
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  const exact = !/[1-9]/.test(fraction.slice(scale));
  // Cutting off digits rounds towards zero, which rounds negative numbers up.
  const below = !exact && whole.startsWith('-') ? kept - 1n : kept;
  return { value: below > BEYOND ? BEYOND : below < -BEYOND ? -BEYOND : below, exact };
}
