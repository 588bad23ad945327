import { describe, expect, it } from '@jest/globals';

import type { RecordingPart } from './read-recording.ts';
import { readRecording } from './read-recording.ts';
import { LARGEST_ENTRY } from './split-entries.ts';

/** Reads a recording that arrives in chunks of a size. */
async function read(recording: string | Buffer, size = 65_536): Promise<readonly RecordingPart[]> {
  const bytes = Buffer.from(recording);
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const parts: RecordingPart[] = [];
  for await (const part of readRecording(chunks())) parts.push(part);
  return parts;
}

const entry = (url: string, more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: {
    method: 'GET',
    url,
    headers: [
      { name: ':path', value: '/x' },
      { name: 'Accept', value: 'a' },
      { name: 'accept', value: 'b' },
    ],
  },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    content: { size: 2, text: '{}' },
  },
  ...more,
});
const har = (...entries: readonly unknown[]) =>
  JSON.stringify({
    log: { version: '1.2', comment: 'entries [{', pages: [{ id: 'entries', nested: [[{}]] }], entries, after: ['}'] },
  });
const recorded = (url: string) => ({
  exchange: {
    startedAt: '2026-01-01T00:00:00Z',
    request: { method: 'GET', url, headers: { accept: 'a, b' } },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' },
  },
});

describe('a HAR file', () => {
  const odd = 'https://a/"\\\\"}]{[\u{1f600}\\';

  it.each([1, 2, 3, 7, 64, 65_536])('is read in chunks of %d bytes', async (size) => {
    expect(await read(har(entry('https://a/1'), entry(odd)), size)).toEqual([recorded('https://a/1'), recorded(odd)]);
  });

  it('is read with a byte order mark, in several lines, and with spaces', async () => {
    const text = `\u{feff}  ${JSON.stringify(JSON.parse(har(entry('https://a/1'))), null, 2)}\n`;
    expect(await read(text, 5)).toEqual([recorded('https://a/1')]);
  });

  it.each([
    ['a body in base64', { content: { text: 'e30=', encoding: 'base64' } }, '{}'],
    ['no body', { content: { size: 0 } }, ''],
    ['a body that was not recorded', { content: { size: 7 } }, undefined],
    ['a body that was cut', { content: { size: 20, text: '{"a": ' } }, undefined],
    ['a body that was compressed', { content: { size: 20, text: '{}' } }, '{}'],
    ['no content', {}, undefined],
  ])('has %s', async (_what, response, body) => {
    const [part] = await read(har(entry('https://a/1', { response: { status: 200, headers: [], ...response } })));
    expect(part).toMatchObject({ exchange: { response: body === undefined ? { status: 200 } : { body } } });
    if (body === undefined) expect(part).not.toHaveProperty('exchange.response.body');
  });

  it('has the body of a request', async () => {
    const request = { method: 'POST', url: 'https://a/1', headers: [], postData: { text: '{"a":1}' } };
    expect(await read(har(entry('', { request })))).toMatchObject([{ exchange: { request: { body: '{"a":1}' } } }]);
  });

  it('is read up to where it ends', async () => {
    const whole = har(entry('https://a/1'), entry('https://a/2'));
    expect(await read(whole.slice(0, whole.indexOf('https://a/2')))).toEqual([
      recorded('https://a/1'),
      { problem: 'it ends in the middle: 1 exchanges were read' },
    ]);
  });

  it('is read around an entry that is broken, or too large', async () => {
    const text = har(entry('https://a/1'), 'BROKEN', entry('https://a/3')).replace('"BROKEN"', '{"a" 1}');
    expect(await read(text)).toEqual([
      recorded('https://a/1'),
      { problem: 'entry 2 is not one of a HAR file, and was skipped' },
      recorded('https://a/3'),
    ]);
    const large = har(entry('https://a/1'), { text: 'x'.repeat(LARGEST_ENTRY) }, entry('https://a/3'));
    expect(await read(large)).toEqual([
      recorded('https://a/1'),
      { problem: 'entry 2 is larger than 16 MiB, and was skipped' },
      recorded('https://a/3'),
    ]);
  });

  it.each([
    ['', 'it is empty'],
    [' \n ', 'it is empty'],
    ['{"a": 1}\n', 'line 1 was skipped: it has no "request"'],
    ['{\n"a": 1}', 'it is neither a HAR file'],
    ['[]', 'it is neither a HAR file'],
    ['PK\u{3}\u{4}', 'it is neither a HAR file'],
  ])('is not %j', async (text, problem) => {
    expect(await read(text)).toEqual([{ problem: expect.stringContaining(problem) }]);
  });
});

describe('an NDJSON recording', () => {
  const line = (url: string, more: object = {}) =>
    JSON.stringify({
      request: { method: 'get', url, headers: { Accept: ['a', 'b'] } },
      response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: {} },
      startedAt: '2026-01-01T00:00:00Z',
      ...more,
    });

  it.each([1, 5, 65_536])('is read in chunks of %d bytes', async (size) => {
    const text = [line('https://a/1'), '', line('https://a/\u{1f600}'), ''].join('\n');
    expect(await read(text, size)).toEqual([recorded('https://a/1'), recorded('https://a/\u{1f600}')]);
  });

  it('may lack the last line break, and have those of Windows', async () => {
    expect(await read(`${line('https://a/1')}\r\n${line('https://a/2')}`)).toEqual([
      recorded('https://a/1'),
      recorded('https://a/2'),
    ]);
  });

  it.each([
    ['x', 'it is not JSON'],
    ['[]', 'it is not an object'],
    ['{"request":{"method":"GET"},"response":{}}', 'it has no "request.url"'],
    ['{"request":{"method":"GET","url":""},"response":{}}', 'it has no "response.status"'],
    ['{"request":{"url":""},"response":{}}', 'it has no "request.method"'],
    ['{"request":{}}', 'it has no "response"'],
  ])('is read around the line %s', async (broken, problem) => {
    expect(await read([line('https://a/1'), broken, line('https://a/3')].join('\n'))).toEqual([
      recorded('https://a/1'),
      { problem: `line 2 was skipped: ${problem}` },
      recorded('https://a/3'),
    ]);
  });

  it('keeps a body that was empty apart from one that was not recorded', async () => {
    const of = (response: object) => line('https://a/1', { response: { status: 204, ...response } });
    const [empty, missing] = await read([of({ body: null }), of({})].join('\n'));
    expect(empty).toHaveProperty('exchange.response.body', '');
    expect(missing).not.toHaveProperty('exchange.response.body');
  });
});
