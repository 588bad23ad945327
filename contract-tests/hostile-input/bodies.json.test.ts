import { describe, expect, it } from '@jest/globals';

import { contract } from '../../src/contract/index.ts';
import type { Question } from '../../src/server/testing/test-server.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { jane, place } from './invalid-values.ts';
import { badRequest } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { JANE } from './wire.ts';

const server = untouchedServer();

const takingBodies = contract.operationIds.filter((id) => contract.operations[id].takesBody);

describe('malformed JSON, an empty or truncated body, an array or a string instead of an object, a wrong or missing content type, invalid UTF-8, a byte order mark', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it.each<[string, Question, string]>([
    ['malformed JSON', { body: '{"name":}' }, 'not well-formed JSON'],
    ['JavaScript syntax', { body: "{name:'Jane'}" }, 'not well-formed JSON'],
    ['JSON with a comment', { body: '{/**/"name":"Jane"}' }, 'not well-formed JSON'],
    ['JSON with a trailing comma', { body: '{"name":"Jane",}' }, 'not well-formed JSON'],
    ['JSON with a tab in a string', { body: '{"name":"a\tb"}' }, 'not well-formed JSON'],
    ['JSON with an invalid escape', { body: '{"name":"\\x41"}' }, 'not well-formed JSON'],
    ['two objects', { body: JANE + JANE }, 'not well-formed JSON'],
    ['a number with a leading zero', { body: '{"age":036}' }, 'not well-formed JSON'],
    ['a number with a plus sign', { body: '{"age":+36}' }, 'not well-formed JSON'],
    ['NaN', { body: '{"age":NaN}' }, 'not well-formed JSON'],
    ['a NUL after the object', { body: `${JANE}\0` }, 'not well-formed JSON'],
    ['a no-break space before the object', { body: `\u00a0${JANE}` }, 'not well-formed JSON'],
    ['an empty body', { body: '' }, 'empty'],
    ['only white space', { body: ' \r\n\t ' }, 'empty'],
    ['truncated JSON', { body: JANE.slice(0, -1) }, 'not well-formed JSON'],
    ['JSON truncated in an escape', { body: '{"name":"\\u00' }, 'not well-formed JSON'],
    ['a string', { body: '"x"' }, 'The body must be'],
    ['a number', { body: '1' }, 'The body must be'],
    ['null', { body: 'null' }, 'The body must be'],
    ['true', { body: 'true' }, 'The body must be'],
    ['a wrong content type', { body: JANE, headers: { 'content-type': 'text/plain' } }, 'Header Content-Type'],
    ['a form', { body: 'name=Jane', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'Content-Type'],
    [
      'a multipart form',
      { body: JANE, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      'Content-Type',
    ],
    [
      'a different JSON type',
      { body: JANE, headers: { 'content-type': 'application/merge-patch+json' } },
      'Content-Type',
    ],
    ['a type that starts like JSON', { body: JANE, headers: { 'content-type': 'application/jsonx' } }, 'Content-Type'],
    [
      'a type with an unknown parameter',
      { body: JANE, headers: { 'content-type': 'application/json; a=b' } },
      'Content-Type',
    ],
    [
      'two content types',
      { body: JANE, headers: { 'content-type': ['application/json', 'application/json'] } },
      'Content-Type',
    ],
    [
      'another charset',
      { body: JANE, headers: { 'content-type': 'application/json; charset=utf-16' } },
      'Content-Type',
    ],
    ['a missing content type', { body: JANE, headers: { 'content-type': [] } }, 'Header Content-Type'],
    ['an empty content type', { body: JANE, headers: { 'content-type': '' } }, 'Header Content-Type'],
    ['invalid UTF-8', { body: Buffer.from('{"name":"\xe9"}', 'latin1') }, 'UTF-8'],
    ['overlong UTF-8', { body: Buffer.from('{"name":"\xc0\xaf"}', 'latin1') }, 'UTF-8'],
    ['UTF-8 of a lone surrogate', { body: Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1') }, 'UTF-8'],
    ['UTF-8 beyond the Unicode range', { body: Buffer.from('{"name":"\xf4\x90\x80\x80"}', 'latin1') }, 'UTF-8'],
    ['truncated UTF-8', { body: Buffer.from('{"name":"\xf0\x9f\x98', 'latin1') }, 'UTF-8'],
    ['UTF-16', { body: utf16(JANE) }, 'not well-formed JSON'],
    ['UTF-16 with a byte order mark', { body: utf16(`\ufeff${JANE}`) }, 'UTF-8'],
    ['a lone surrogate in an escape', { body: '{"name":"\\ud83d"}' }, 'half a surrogate pair'],
    ['a reversed surrogate pair', { body: '{"name":"\\ude00\\ud83d"}' }, 'half a surrogate pair'],
    ['a byte order mark', { body: `\ufeff${JANE}` }, 'byte order mark'],
  ])('%s → 400', async (_title, question, words) => {
    for (const id of takingBodies)
      expect(await ask(server, { ...place(id), ...question })).toMatchObject(badRequest(words));
  });

  it('an array instead of an object, an object instead of an array → 400', async () => {
    for (const id of takingBodies) {
      const isBulk = contract.operations[id].path.endsWith('/bulk');
      const body = isBulk ? { 0: jane, length: 1 } : [jane];
      const words = isBulk ? 'must be a JSON array' : 'must be a JSON object';
      expect(await ask(server, { ...place(id), body })).toMatchObject(badRequest(words));
    }
  });
});
