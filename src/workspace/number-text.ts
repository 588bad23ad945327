const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Doubles end at about 10^308 and 10^-324, so a number with a longer exponent cannot be meant. */
const LARGEST_EXPONENT = 400;

/**
 * Writes a number without an exponent: `1e-7` as `0.0000001`, `1.5E3` as `1500`. Returns `undefined` for text that is not a number
 * as JSON writes it (RFC 8259, section 6), except that leading zeros are accepted.
 */
export function plainNumber(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  const shift = Number(exponent);
  if (whole === '' || Math.abs(shift) > LARGEST_EXPONENT) return undefined;
  const digits = `${'0'.repeat(Math.max(0, -shift - whole.length + 1))}${whole}${fraction.padEnd(shift, '0')}`;
  const point = digits.length - Math.max(0, fraction.length - shift);
  return `${sign}${digits.slice(0, point)}${point < digits.length ? `.${digits.slice(point)}` : ''}`;
}

/** Whether a number written without an exponent has no digit other than 0 after its point. */
export function isWhole(plain: string): boolean {
  return /^-?\d+(\.0*)?$/.test(plain);
}

/**
 * Whether a double has exactly the decimal digits that were written. Up to 15 significant digits survive the conversion to a
 * double and back (IEEE 754); more digits can be lost.
 */
export function isExact(written: string): boolean {
  const number = Number(written);
  if (written.length <= 15 && (number === 0 ? !/^-?[0.]*[1-9]/.test(written) : Math.abs(number) > 1e-300)) return true;
  return significant(written) === significant(String(number));
}

/** The digits of a number without leading and trailing zeros, and the power of ten of the last one. */
function significant(text: string): string | undefined {
  const plain = plainNumber(text);
  if (plain === undefined) return undefined;
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const digits = `${whole}${fraction}`;
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  const kept = digits.slice(0, end);
  return `${kept.replace(/^0+/, '')}e${digits.length - kept.length - fraction.length}`;
}
