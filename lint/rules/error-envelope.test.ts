import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-envelope';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

const ENVELOPE = 'MissingEnvelope:\n';
const NO_BOOK = '    NoBook:\n';
const OUTSIDE = 'x-outside-operations:';

describe(rule, () => {
  it('accepts a closed envelope with one error object or a oneOf of several', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects a different media type, once for all operations that share the response', async () => {
    expect(await problemsAfter([NO_BOOK, 'application/json', 'application/problem+json'])).toEqual([
      '#/components/responses/NoBook ' +
        'A 404 must have only the media type application/json, but this one has application/problem+json.',
    ]);
  });

  it('rejects a second media type', async () => {
    expect(await problemsAfter([NO_BOOK, 'application/json:', 'text/plain: {}\n        application/json:'])).toEqual([
      '#/components/responses/NoBook ' +
        'A 404 must have only the media type application/json, but this one has text/plain and application/json.',
    ]);
  });

  it('rejects an error response without a body', async () => {
    expect(await problemsAfter([NO_BOOK, 'content:', 'x-content:'])).toEqual([
      '#/components/responses/NoBook A 404 must have only the media type application/json, but this one has none.',
    ]);
  });

  it.each<[string, Change]>([
    ['is open', [ENVELOPE, 'additionalProperties: false', 'additionalProperties: true']],
    ['does not require its error', [ENVELOPE, 'required: [error]', 'required: []']],
    ['has no `required`', [ENVELOPE, 'required: [error]', 'x-required: [error]']],
    ['has no error member', [ENVELOPE, 'error: {', 'fault: {']],
    ['has another member', [ENVELOPE, 'error: {', 'hint: { type: string }\n        error: {']],
    ['is not an object', [ENVELOPE, 'type: object', 'type: array']],
  ])('rejects an envelope that %s', async (_fault, change) => {
    expect(await problemsAfter(change)).toEqual([
      '#/components/schemas/MissingEnvelope The envelope must be a closed object with only the member `error`. ' +
        'Give it `type: object`, `required: [error]` and `additionalProperties: false`.',
    ]);
  });

  it.each([
    ['is the only one', 'NoCard'],
    ['is one of several', 'OnLoan'],
  ])('rejects an open error object that %s', async (_where, schema) => {
    const problems = await problemsAfter(
      ['\n  schemas:\n', `    ${schema}:\n`, `    ${schema}: # here\n`],
      ['# here', 'additionalProperties: false', 'additionalProperties: true'],
    );
    expect(problems).toEqual([
      `#/components/schemas/${schema} Each error object must be closed and have a code, a message and, optionally, details. ` +
        'Give it `type: object`, `required: [code, message]` and `additionalProperties: false`.',
    ]);
  });

  it.each(['code', 'message'])('rejects an error object that requires only its %s', async (member) => {
    expect(await problemsAfter(['\n    NoCard:\n      type', '[code, message]', `[${member}]`])).toEqual([
      expect.stringContaining(
        '#/components/schemas/NoCard Each error object must be closed and have a code, a message',
      ),
    ]);
  });

  it('rejects an error object with a member that the envelope does not have', async () => {
    expect(
      await problemsAfter(['code: { type: string, const: NO_CARD', 'hint: {}\n        code: { const: NO_CARD']),
    ).toEqual([
      expect.stringContaining(
        '#/components/schemas/NoCard Each error object must be closed and have a code, a message',
      ),
    ]);
  });

  it('rejects an error with an empty oneOf', async () => {
    expect(
      await problemsAfter([ENVELOPE, "error: { $ref: '#/components/schemas/Missing' }", 'error: { oneOf: [] }']),
    ).toEqual([
      expect.stringContaining('#/components/schemas/MissingEnvelope/properties/error Each error object must be closed'),
    ]);
  });

  it('rejects an error object with several codes', async () => {
    expect(await problemsAfter(['const: NO_CARD', 'enum: [NO_CARD, LOST_CARD]'])).toEqual([
      '#/components/schemas/NoCard/properties/code Each error object must have exactly one code. ' +
        'Write the code as a `const`, and list a separate error object for each code under `oneOf`.',
    ]);
  });

  it.each(["'404'", "'4XX'", "'503'", 'default'])('checks the response %s outside operations', async (status) => {
    const change: Change = [OUTSIDE, 'application/json', 'text/html'];
    expect(await problemsAfter([OUTSIDE, "'404'", status], change)).toEqual([
      expect.stringContaining(`A ${status.replaceAll("'", '')} must have only the media type application/json`),
    ]);
  });
});
