import { describe, expect, it } from '@jest/globals';

import { TrafficJudge } from '../judge-traffic.ts';
import type { RecordedExchange } from '../recorded-exchange.ts';
import type { BaseUrlOption } from './hints.ts';
import { TrafficRecorder } from './traffic-recorder.ts';

const exchange = (status: number, body: string, more: Partial<RecordedExchange['request']> = {}): RecordedExchange => ({
  request: { method: 'GET', url: '/api/v1/a/b/C/1', headers: { authorization: 'Bearer k' }, ...more },
  response: { status, headers: { 'content-type': 'application/json', 'x-request-id': '1' }, body },
});
const failure = (message: string): string => JSON.stringify({ error: { code: 'INTERNAL_ERROR', message } });

function reportOf(exchanges: readonly RecordedExchange[], base?: BaseUrlOption) {
  const recorder = new TrafficRecorder((value) => value, base);
  recorder.source('test');
  const judge = new TrafficJudge(
    base === undefined ? {} : { baseUrl: base.baseUrl },
    (settled) => void recorder.add(settled),
  );
  for (const each of exchanges) judge.judge(each);
  judge.end();
  return recorder.report();
}

describe('a report about traffic', () => {
  it('lists different violations of one check apart, and counts those that differ only in values', () => {
    const { findings } = reportOf([
      exchange(500, failure('at x (/srv/a.js:1:2)')),
      exchange(500, failure('at y (/srv/b.js:33:4)')),
      exchange(500, failure('SELECT * FROM users WHERE id = 1')),
      exchange(404, '{"error":{"code":"NOT_FOUND","message":"Record not found: 7"}}'),
      exchange(404, '{"error":{"code":"NOT_FOUND","message":"Record not found: 8"}}'),
    ]);
    const seen = findings.map(({ check, count }) => `${check} ${count}`);
    expect(seen).toEqual(expect.arrayContaining(['leak 2', 'leak 1', 'message 2']));
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('lists at most five of them, so that a server with a new message each time does not fill the memory', () => {
    const letters = [...'abcdefghij'];
    const { findings } = reportOf([
      exchange(200, '{"data":{"id":1}}'),
      ...letters.map((letter) => exchange(404, `{"error":{"code":"NOT_FOUND","message":${letter}}}`)),
      ...letters.map((letter) => exchange(500, `<p>${letter}${letter}</p>`)),
    ]);
    expect(findings.length).toBeLessThanOrEqual(10);
    expect(findings.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(20);
  });

  it('names an undocumented response neither after a failure nor after its clause', () => {
    const { findings, seen } = reportOf([
      exchange(404, '{"error":{"code":"GONE","message":"x"}}'),
      exchange(200, '{"data":{"id":1}}'),
    ]);
    expect(findings[0]).toMatchObject({ scenario: null, fingerprint: 'pair:getRecord.undocumented.observed' });
    expect(findings[0]?.contract).toContain('Every failure of an operation has a status and a code from the table');
    expect(seen.map(({ scenario }) => scenario)).toEqual(['success', null]);
  });

  it('hides a key in an example that was kept before the key was known', () => {
    let secret = 'nothing';
    const mask = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll(secret, '***'));
    const recorder = new TrafficRecorder(mask);
    const judge = new TrafficJudge({}, (settled) => void recorder.add(settled));
    judge.judge(exchange(500, failure('at x (/srv/the-key.js:1:2)')));
    secret = 'the-key';
    expect(JSON.stringify(recorder.report())).not.toContain('the-key');
  });

  it.each([
    ['no request has a key', [exchange(200, '{"data":{"id":1}}', { headers: {} })]],
    ['no request is to the API', [exchange(200, '', { url: 'https://example.com/x' })]],
    [
      'most requests are to paths of no operation, such as GET /api/v1/a: is --url',
      [exchange(200, '{}', { url: '/api/v1/a' })],
    ],
    ['there was no request', []],
  ])('hints that %s', (hint, exchanges) => {
    expect(reportOf(exchanges).hints.join('\n')).toContain(hint);
  });

  it('names the option that says where the API is, and what it has to be', () => {
    const hintsOf = (base: BaseUrlOption) => reportOf([exchange(200, '{"data":{"id":1}}')], base).hints;
    expect(hintsOf({ option: '--url', baseUrl: 'https://a.example/api/v1' })).toEqual([
      'no request is to https://a.example/api/v1/, where --url says that the API is, but for example GET /api/v1/a/b/C/1: ' +
        'change --url to everything before /{orgSlug} of these requests',
    ]);
    expect(hintsOf({ option: '--to', baseUrl: '' })).toEqual([
      'most requests are to paths of no operation, such as GET /api/v1/a/b/C/1: is --to everything before /{orgSlug}?',
    ]);
  });

  it('has no hint to record again for what could not be read', () => {
    const recorder = new TrafficRecorder((value) => value);
    recorder.source('missing.har');
    recorder.problem('it cannot be read');
    expect(recorder.report().hints).toEqual([]);
  });

  it('hints that bodies are missing', () => {
    const { body: _body, ...response } = exchange(200, '').response;
    const { hints, skipped } = reportOf([{ ...exchange(200, ''), response }]);
    expect(hints).toEqual(['most responses have no body: record them with their bodies (such as GET /api/v1/a/b/C/1)']);
    expect(skipped).toEqual({ bodyMissing: { count: 1, example: 'GET /api/v1/a/b/C/1' } });
  });
});
