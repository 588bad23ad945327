import { describe, expect, it } from '@jest/globals';

import { readPasted } from './read-pasted.ts';

const error = { code: 'NOT_FOUND', message: 'Record not found: {7}' };
const body = JSON.stringify({ error }, null, 2);

describe('what was pasted', () => {
  it.each([
    ['a body', body],
    ['an error object alone', JSON.stringify(error)],
    ['a body in the middle of a log', `12:00:01 answered ${body} in 3 ms`],
  ])('is read out of %s', (_what, text) => {
    expect(readPasted(text)).toEqual({ status: undefined, errors: [{ ...error, details: undefined }] });
  });

  it('is read from behind headers that have braces of their own', () => {
    const report = 'report-to: {"group":"default","max_age":1}\r\nnel: {"report_to":"default"}';
    const pasted = readPasted(`HTTP/2 404 \r\n${report}\r\n\r\n${body}\n`);
    expect(pasted).toEqual({ status: 404, errors: [{ ...error, details: undefined }] });
  });

  it('is every failed item of a bulk answer, whose status says nothing of them', () => {
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
  ])('is nothing in %j', (text) => {
    expect(readPasted(text)).toBeUndefined();
  });
});
