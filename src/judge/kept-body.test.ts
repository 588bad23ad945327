import { describe, expect, it } from '@jest/globals';

import { keptBody, LONGEST_KEPT } from './kept-body.ts';

const LONG = 1_000_000;
const page = `<h1>Oops</h1>${'<p>line</p> '.repeat(LONG / 12)}`;
const envelope = (message: string, details: readonly unknown[]): string =>
  JSON.stringify({ error: { code: 'BAD_REQUEST', message, details } });

describe('keptBody', () => {
  it.each([
    [500, '<h1>Oops</h1>'],
    [422, envelope('short', [])],
    [200, JSON.stringify({ data: Array.from({ length: 100 }, () => ({ id: 1, note: 'x'.repeat(10_000) })) })],
  ])('keeps a body with status %i whole if a check needs all of it', (status, body) => {
    expect(keptBody(status, body, body.length)).toEqual({ body });
  });

  it.each([
    ['HTML with a failure', 500, page],
    ['HTML with a success', 200, page],
    ['one long word', 500, 'x'.repeat(LONG)],
    ['brackets', 500, '['.repeat(LONG)],
    ['quotes', 500, '"\\'.repeat(LONG / 2)],
    [
      'an envelope with many details',
      422,
      envelope(
        'm',
        Array.from({ length: LONG / 10 }, (_, at) => `${at}`),
      ),
    ],
    ['an envelope with a long name', 422, JSON.stringify({ error: { ['n'.repeat(LONG)]: 1 } })],
  ])('shortens %s, and says how long it was', (_what, status, text) => {
    const { body, bodySize } = keptBody(status, text, text.length);
    expect(body.length).toBeLessThanOrEqual(LONGEST_KEPT);
    expect(bodySize).toBe(text.length);
  });

  it('keeps a long envelope an envelope', () => {
    const { body } = keptBody(400, envelope('x'.repeat(LONG), [1]), LONG);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'BAD_REQUEST', details: [1] } });
  });

  it('keeps a long success JSON with the digits of its ids', () => {
    const { body, bodySize } = keptBody(200, `{"data":{"id":9007199254740993,"note":"${'x'.repeat(LONG)}"}}`, LONG);
    expect(body).toMatch(/^\{"data":\{"id":9007199254740993,"note":"x+"\}\}$/);
    expect(bodySize).toBe(LONG);
    expect(body.length).toBeLessThan(LONG / 10);
  });

  it('does not end in the middle of a word', () => {
    const { body } = keptBody(500, 'a-secret-of-30-characters-long '.repeat(LONG / 30), LONG);
    expect(body).toMatch(/long $/);
  });
});
