import { describe, expect, it } from '@jest/globals';

import type { Scanned } from './json-strings.ts';
import { checkDepth, checkTokens, InexactNumber, readStrictJson } from './strict-json.ts';

function read(text: string): unknown {
  return readStrictJson(Buffer.from(text));
}

function nested(depth: number): string {
  return '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);
}

describe('readStrictJson', () => {
  it.each([
    '{}',
    ' [ ] ',
    'null',
    '"a\\"b\\\\"',
    '{"a":{"b":1},"c":[{"b":1},{"b":-1.5e-7}],"":"\\u00e9\\ud83d\\ude00"}',
    '{"a":"{\\"a\\":1,\\"a\\":1e400,}","key":"a:b"}',
    '["__proto__","constructor","a","a"]',
    '{"proto":1,"Constructor":2}',
    '[1e308,-1e308,-0,9007199254740993]',
  ])('reads %s as JSON.parse does', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['an empty body', '', 'empty'],
    ['white space only', ' \n ', 'empty'],
    ['text that is not JSON', '{"a":}', 'not well-formed JSON'],
    ['truncated JSON', '{"a":"b', 'not well-formed JSON'],
    ['JSON truncated after a backslash', '{"a":"b\\', 'not well-formed JSON'],
    ['more closing than opening brackets', '}]}', 'not well-formed JSON'],
    ['two values', '{}{}', 'not well-formed JSON'],
    ['a byte order mark', '\uFEFF{}', 'byte order mark'],
    ['the same key twice', '{"a":1,"b":{"a":1},"a":2}', 'same key twice'],
    ['the same key twice, once escaped', '{"a":1,"\\u0061":2}', 'same key twice'],
    ['a key __proto__', '[{"a":{"__proto__":1}}]', 'the key __proto__'],
    ['a key __proto__ in escapes', '{"__proto\\u005f_" : 1}', 'the key __proto__'],
    ['a key constructor', '{"constructor":{}}', 'the key constructor'],
    ['a number beyond a double', '{"a":[1,-1e400]}', 'out of range'],
    ['half a surrogate pair', '{"a":"\\ud83d"}', 'half a surrogate pair'],
    ['half a surrogate pair in a key', '{"\\ude00":1}', 'half a surrogate pair'],
  ])('refuses %s', (_title, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it.each(['1.1000000000000000001', '1e-400', '-0.30000000000000000001'])(
    'does not round %s, wherever it is',
    (written) => {
      const inexact = new InexactNumber(written);
      expect(read(written)).toEqual(inexact);
      expect(read(`{"a":[1.5,{"b":${written}}],"c":"${written}","d":1}`)).toEqual({
        a: [1.5, { b: inexact }],
        c: written,
        d: 1,
      });
    },
  );

  it('refuses invalid UTF-8', () => {
    expect(() => readStrictJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow('UTF-8');
    expect(() => readStrictJson(Buffer.from('"é"', 'latin1'))).toThrow('UTF-8');
    expect(() => readStrictJson(Buffer.from('\uFEFF{}', 'utf16le'))).toThrow('UTF-8');
  });

  it('accepts 20 levels of nesting and refuses more', () => {
    expect(read(nested(20))).toEqual(JSON.parse(nested(20)));
    expect(() => read(`[${nested(20)}]`)).toThrow('deeper than 20');
    expect(() => read(nested(200_000))).toThrow('deeper than 20');
  });

  it('counts depth, not containers', () => {
    expect(read(`[${'[],'.repeat(50)}{}]`)).toHaveLength(51);
  });

  it('accepts 1,000 fields in one object and refuses more', () => {
    const fields = (count: number): string => Array.from({ length: count }, (_, index) => `"f${index}":0`).join();
    expect(Object.keys(read(`{${fields(1000)}}`) ?? {})).toHaveLength(1000);
    expect(read(`[{${fields(1000)}},{${fields(1000)}}]`)).toHaveLength(2);
    expect(() => read(`{${fields(1001)}}`)).toThrow('an object with more than 1000 fields');
    expect(() => read(`[{"a":{${fields(100_000)}}}]`)).toThrow('more than 1000 fields');
  });

  it.each(['['.repeat(1_000_000), `${'['.repeat(500_000)}${']'.repeat(500_000)}`, '{"":'.repeat(250_000)])(
    'stops at the first bracket that is nested too deeply: %.8s…',
    (text) => {
      const counted = countingSteps(text);
      expect(() => checkDepth(counted)).toThrow('deeper than 20');
      expect(counted.steps()).toBeLessThan(100);
    },
  );

  it.each(['"\\""', '"x"', '"\\u00e9"', '0', '-1.5e-7', '"a" \n', '{"a" : [1]}'])(
    'reads each character of a long text at most a few times: %s',
    (part) => {
      const strings = `"${part.slice(1, -1).repeat(100_000)}"`;
      const texts = part.startsWith('"') && part.endsWith('"') ? [strings] : [];
      for (const text of [...texts, `[${`${part},`.repeat(50_000)}${part}]`]) {
        const counted = countingSteps(text);
        JSON.parse(text);
        checkDepth(counted);
        checkTokens(counted);
        expect(counted.steps() / text.length).toBeLessThan(6);
      }
    },
  );
});

/** Returns a string that counts the characters read from it. */
function countingSteps(text: string): Scanned & { steps(): number } {
  let steps = 0;
  return {
    length: text.length,
    charAt: (at) => {
      steps += 1;
      return text.charAt(at);
    },
    slice: (start, end) => {
      const slice = text.slice(start, end);
      steps += slice.length;
      return slice;
    },
    steps: () => steps,
  };
}
