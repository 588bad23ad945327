/**
 * The digits that identify a record: ten that are unique to the run, and four that number the record. A value that contains the
 * first ten shows that a record is the run's own.
 */
const RUN_DIGITS = 10;

/** Digits of several records, with which a value is tried before it is sent. The last two differ as little as possible. */
export const sampleDigits: readonly string[] = [
  '10000000000000',
  '99999999990999',
  '90876543210100',
  '12345678900123',
  '12345678900124',
];

/** Whether the text of a value contains the digits of the run, whatever separates them. */
export function showsDigits(value: unknown, digits: string): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return String(value)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .includes(digits.slice(0, RUN_DIGITS));
}

/** How messages describe the digits of a record, to follow "hold". */
export const ALL_DIGITS = 'the 14 digits that identify a record of the run (10 for the run and 4 for the record)';
