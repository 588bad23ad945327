import { Readable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';

import type { RecordedExchange } from '../traffic/index.ts';
import { HAR_HEAD, HAR_TAIL, harEntry } from './har-text.ts';
import { readRecording } from './read-recording.ts';
import { harErrors } from './testing/har-errors.ts';

const exchanges: readonly RecordedExchange[] = [
  {
    request: {
      method: 'GET',
      url: 'http://127.0.0.1:4000/api/v1/a/b/C/%zz?filter[x]=1&page=2',
      headers: { accept: '*/*' },
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":[]}' },
    startedAt: '2026-11-29T02:00:00.000Z',
  },
  {
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4000/api/v1/a/b/C',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Jürgen"}',
    },
    response: { status: 302, headers: { location: '/x' } },
    startedAt: '2026-11-29T02:00:01.000Z',
  },
  {
    request: { method: 'DELETE', url: 'http://127.0.0.1:4000/api/v1/a/b/C/1', headers: {} },
    response: { status: 204, headers: {}, body: '' },
    startedAt: '2026-11-29T02:00:02.000Z',
  },
];

const harOf = (all: readonly RecordedExchange[]): string =>
  HAR_HEAD + all.map((each) => JSON.stringify(harEntry(each))).join(',\n') + HAR_TAIL;

describe('a HAR file', () => {
  it.each([0, 1, 3])('of %i exchanges matches the schema of HAR 1.2', (count) => {
    expect(harErrors(harOf(exchanges.slice(0, count)))).toEqual([]);
  });

  it('names the tool that wrote it, with its version', () => {
    const { creator } = JSON.parse(harOf([])).log;
    expect(creator).toEqual({ name: 'workspace-api-contract', version: '(repository)' });
  });

  it('is read as what was written, also a body that was not recorded', async () => {
    const read = [];
    for await (const part of readRecording(Readable.from([Buffer.from(harOf(exchanges))]))) read.push(part);
    expect(read).toEqual(exchanges.map((exchange) => ({ exchange })));
  });

  it('would not match without a required member', () => {
    const text = harOf(exchanges).replace('"httpVersion":"HTTP/1.1",', '');
    expect(harErrors(text)).toEqual([expect.objectContaining({ keyword: 'required' })]);
  });
});
