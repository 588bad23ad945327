import { describe, expect, it } from '@jest/globals';

import { readPasted } from './read-pasted.ts';

const error = { code: 'NOT_FOUND', message: 'Record not found: {7}' };
const body = JSON.stringify({ error }, null, 2);

describe('readPasted', () => {
  it.each([
    ['a body', body],
    ['a bare error object', JSON.stringify(error)],
    ['a body in a log line', `12:00:01 returned ${body} in 3 ms`],
  ])('reads the error from %s', (_what, text) => {
    expect(readPasted(text)).toEqual({ status: undefined, errors: [{ ...error, details: undefined }] });
  });

  it('reads the error after headers that contain braces', () => {
    const report = 'report-to: {"group":"default","max_age":1}\r\nnel: {"report_to":"default"}';
    const pasted = readPasted(`HTTP/2 404 \r\n${report}\r\n\r\n${body}\n`);
    expect(pasted).toEqual({ status: 404, errors: [{ ...error, details: undefined }] });
  });

  it('reads every failed item of a bulk response, and ignores its status', () => {
    const bulk = { succeeded: 1, failed: 2, errors: [0, 2].map((index) => ({ index, error })) };
    const pasted = readPasted(`HTTP/1.1 200 OK\n\n${JSON.stringify(bulk)}`);
    expect(pasted).toMatchObject({ status: undefined, errors: [error, error] });
  });

  it.each([
    '',
    'HTTP/1.1 502 Bad Gateway\n\n<html></html>',
    '{}',
    '{"errors":[]}',
    '{"title":"Not Found","status":404}',
  ])('returns undefined for %j', (text) => {
    expect(readPasted(text)).toBeUndefined();
  });
});
