import { describe, expect, it } from '@jest/globals';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { assert, constantFrom, property, string, tuple } from 'fast-check';

import { isDate, isEmail } from './format.ts';

const { date, email } = fullFormats;

describe('a format', () => {
  it('of an e-mail address is that of ajv-formats', () => {
    const part = string({
      unit: constantFrom('a', 'Z', '0', 'b', 'c', 'd', '.', '-', '+', "'", '@', 'ſ'),
      minLength: 1,
      maxLength: 3,
    });
    const addresses = tuple(part, constantFrom('@', '@a.', '@a.b', '@a-b.'), part).map((parts) => parts.join(''));
    let valid = 0;
    assert(
      property(addresses, (text) => {
        const isValid = email instanceof RegExp && email.test(text);
        if (isValid) valid += 1;
        expect({ text, isValid: isEmail(text) }).toEqual({ text, isValid });
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(valid).toBeGreaterThan(100);
  });

  it('of a date is that of ajv-formats, without the year 0', () => {
    const validate = typeof date === 'object' && 'validate' in date ? date.validate : undefined;
    if (typeof validate !== 'function') throw new Error('ajv-formats has changed');
    for (const year of ['0000', '0001', '0004', '1900', '2000', '2023', '2024', '9999', '12024']) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
          const isValid = Reflect.apply(validate, undefined, [text]) === true && year !== '0000';
          expect({ text, isValid: isDate(text) }).toEqual({ text, isValid });
        }
      }
    }
  });
});
