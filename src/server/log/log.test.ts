import { describe, expect, it } from '@jest/globals';

import { serverLog } from './log.ts';

/** Creates a log, and collects the lines that it writes. */
function logged(level: 'error' | 'info' | 'silent') {
  const lines: string[] = [];
  return { ...serverLog(level, { write: (line) => lines.push(line) }), lines };
}

const answered = { requestId: 'abc', method: 'GET', route: '/a', workspace: 'b/c', status: 200, duration: 1.5 };

describe('the log of a server', () => {
  it('contains a line of JSON for every unexpected error, with the id of its request and its causes', () => {
    const { log, lines } = logged('error');
    log({ requestId: 'abc', error: new Error('no commit', { cause: new Error('the disk is full') }) });
    expect(lines).toEqual([expect.stringMatching(/^\{[^\n]*\}\n$/)]);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      hostname: expect.any(String),
      requestId: 'abc',
      causes: [
        { type: 'Error', message: 'no commit', stack: expect.stringMatching(/^at /) },
        { type: 'Error', message: 'the disk is full', stack: expect.stringMatching(/^at /) },
      ],
      msg: 'unexpected error',
    });
  });

  it('contains a line for every request at level info, and none at level error', () => {
    const { logRequest, lines } = logged('info');
    logRequest?.(answered);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'response sent', ...answered });
    logRequest?.({ ...answered, status: undefined });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ msg: 'client disconnected' });
    expect(logged('error').logRequest).toBeUndefined();
  });

  it('is empty at level silent', () => {
    const { log, logRequest, lines } = logged('silent');
    log({ error: new Error('x') });
    expect([logRequest, lines]).toEqual([undefined, []]);
  });

  it('contains only the listed properties of a request', () => {
    const { logRequest, lines } = logged('info');
    const more = { ...answered, key: 'sk_live_secret', headers: { authorization: 'Bearer secret' }, url: '/?secret' };
    logRequest?.(more);
    expect(lines.join('')).not.toMatch(/secret/i);
  });
});
