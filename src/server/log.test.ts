import { describe, expect, it } from '@jest/globals';

import { logLine } from './log.ts';

const now = new Date('2026-11-23T10:00:00Z');

describe('logLine', () => {
  it('is one line of JSON with the id of the request and every cause', () => {
    const cause = new Error('the disk is full');
    const line = logLine({ requestId: 'abc', error: new Error('no commit', { cause }) }, now);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      time: '2026-11-23T10:00:00.000Z',
      level: 'error',
      requestId: 'abc',
      causes: [expect.stringMatching(/^Error: no commit\n/), expect.stringMatching(/^Error: the disk is full\n/)],
    });
  });

  it('leaves out what an error carries besides', () => {
    const error = Object.assign(new Error('x'), { key: 'sk_live_secret' });
    expect(logLine({ requestId: 'abc', error }, now)).not.toContain('sk_live_secret');
  });

  it('takes what was thrown and is no error', () => {
    expect(JSON.parse(logLine({ requestId: 'abc', error: 'a text' }, now))).toMatchObject({ causes: ['a text'] });
  });
});
