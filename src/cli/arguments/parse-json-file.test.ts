import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { demoDefinition, demoTarget } from '../../workspace/index.ts';
import { readTarget } from '../commands/verify/read-target.ts';
import { readVerifyOptions } from '../commands/verify/verify-options.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { readDefinition } from './read-definition.ts';

const folder = mkdtempSync(join(tmpdir(), 'json-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'file.json');

/** Every command that reads a JSON file: how it reads it, and a valid content. */
const readers: Readonly<Record<string, readonly [() => Promise<unknown>, object]>> = {
  'a definition': [() => readDefinition(file), demoDefinition],
  'a target': [
    () =>
      readTarget({
        url: undefined,
        targetFile: { option: '--target', file },
        workspacesFile: undefined,
        workspace: undefined,
      }),
    demoTarget('http://127.0.0.1:1/api/v1', { faults: true }),
  ],
  'known findings': [() => readVerifyOptions(['--known', file]), []],
};

describe.each(Object.entries(readers))('the file of %s', (_title, [read, valid]) => {
  const text = JSON.stringify(valid);
  const written = (content: string | Buffer) => {
    writeFileSync(file, content);
    return read();
  };

  it('can begin with a byte order mark, which changes nothing', async () => {
    expect(await written(`\uFEFF${text}`)).toEqual(await written(text));
  });

  it.each(['{"a":1,"b":2,"a":3}', '\uFEFF{"a":1,"\\u0061":1}'])(
    'is refused with a duplicate member: %j',
    async (content) => {
      await expect(written(content)).rejects.toThrow(/file\.json has the member "a" twice; remove one$/);
    },
  );

  it.each([
    ['Latin-1', Buffer.from('{"é":1}', 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is refused in %s', async (_encoding, bytes) => {
    await expect(written(bytes)).rejects.toThrow(/file\.json is not valid UTF-8; save it as UTF-8$/);
  });

  it.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('is refused with %s that are nested very deeply', async (_what, open, close) => {
    const content = `{"x":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
    await expect(written(content)).rejects.toThrow(/file\.json is nested deeper than 100 levels$/);
  });

  it.each(['', '\uFEFF', '\uFEFF\uFEFF{}', '{"key":"x" sk_live_secret}', '[sk_live_secret]'])(
    'is refused if it is not JSON, without quoting it: %j',
    async (content) => {
      const refused = written(content);
      await expect(refused).rejects.toThrow(/file\.json is not valid JSON: [^\n]*$/);
      await expect(refused).rejects.not.toThrow('secret');
    },
  );
});

const parseText = (text: string): unknown => parseJsonFile(Buffer.from(text));

describe('parseJsonFile', () => {
  it.each([
    ['[{"x":{"k":1,"y":[0,{"k":1,"k":2}]}}]', '"k" twice at /0/x/y/1'],
    ['{"a/b~c":{"k":1,"k":1}}', '"k" twice at /a~1b~0c'],
    ['{"a":{"b":1},"c":[1,2],"a":1}', '"a" twice;'],
    ['{"\\u00e9":1,"é":2}', '"é" twice;'],
    ['{"":1,"":2}', '"" twice;'],
    ['{"__proto__":1,"__proto__":2}', '"__proto__" twice;'],
    ['{ "a" : 1 ,\n\t"a"\r\n: 2 }', '"a" twice;'],
    ['{"a\\"b":1,"a\\"b":2}', '"a\\"b" twice;'],
    ['{"\\u001b[31m":1,"\\u001b[31m":2}', '"\\u001b[31m" twice;'],
  ])('names the duplicate member of %s', (text, part) => {
    expect(() => parseText(text)).toThrow(part);
  });

  it.each(['x', '\n', '"', '\\', '": {'])('accepts a string that repeats %j millions of times', (piece) => {
    const value = { text: piece.repeat(5_000_000), last: 1 };
    expect(Object.keys(Object(parseText(JSON.stringify(value))))).toEqual(['text', 'last']);
  });

  it.each([
    '{"a":"a","b":"a"}',
    '[{"a":1},{"a":1}]',
    '{"a":{"a":{"a":1}}}',
    '{"a":"b:","b":"\\"b\\":"}',
    '["a","a",{"A":1,"a":2}]',
    '"a"',
    '{"a":[],"b":{},"c":[{"a":1,"b":1},[{"a":1}]]}',
  ])('accepts %s', (text) => {
    expect(parseText(text)).toEqual(JSON.parse(text));
  });
});
