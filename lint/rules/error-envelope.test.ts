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
  it('accepts a closed envelope, of one error object or of one out of several', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects another media type, once for all operations that share the response', async () => {
    expect(await problemsAfter([NO_BOOK, 'application/json', 'application/problem+json'])).toEqual([
      '#/components/responses/NoBook ' +
        'A 404 answers application/json and nothing else, but here it answers application/problem+json.',
    ]);
  });

  it('rejects a second media type', async () => {
    expect(await problemsAfter([NO_BOOK, 'application/json:', 'text/plain: {}\n        application/json:'])).toEqual([
      '#/components/responses/NoBook ' +
        'A 404 answers application/json and nothing else, but here it answers text/plain and application/json.',
    ]);
  });

  it('rejects a failure without a body', async () => {
    expect(await problemsAfter([NO_BOOK, 'content:', 'x-content:'])).toEqual([
      '#/components/responses/NoBook A 404 answers application/json and nothing else, but here it answers nothing.',
    ]);
  });

  it.each<[string, Change]>([
    ['is open', [ENVELOPE, 'additionalProperties: false', 'additionalProperties: true']],
    ['does not require its error', [ENVELOPE, 'required: [error]', 'required: []']],
    ['does not say what it requires', [ENVELOPE, 'required: [error]', 'x-required: [error]']],
    ['has no error', [ENVELOPE, 'error: {', 'fault: {']],
    ['has more than its error', [ENVELOPE, 'error: {', 'hint: { type: string }\n        error: {']],
    ['is no object', [ENVELOPE, 'type: object', 'type: array']],
  ])('rejects an envelope that %s', async (_fault, change) => {
    expect(await problemsAfter(change)).toEqual([
      '#/components/schemas/MissingEnvelope The envelope is a closed object of `error` alone. ' +
        'Give it `type: object`, `required: [error]` and `additionalProperties: false`.',
    ]);
  });

  it.each([
    ['stands alone', 'NoCard'],
    ['is one of several', 'OnLoan'],
  ])('rejects an open error object that %s', async (_where, schema) => {
    const problems = await problemsAfter(
      ['\n  schemas:\n', `    ${schema}:\n`, `    ${schema}: # here\n`],
      ['# here', 'additionalProperties: false', 'additionalProperties: true'],
    );
    expect(problems).toEqual([
      `#/components/schemas/${schema} Each error object is closed and has a code, a message and perhaps details. ` +
        'Give it `type: object`, `required: [code, message]` and `additionalProperties: false`.',
    ]);
  });

  it.each(['code', 'message'])('rejects an error object that requires its %s alone', async (member) => {
    expect(await problemsAfter(['\n    NoCard:\n      type', '[code, message]', `[${member}]`])).toEqual([
      expect.stringContaining('#/components/schemas/NoCard Each error object is closed and has a code, a message'),
    ]);
  });

  it('rejects an error object with a member that is no part of the envelope', async () => {
    expect(
      await problemsAfter(['code: { type: string, const: NO_CARD', 'hint: {}\n        code: { const: NO_CARD']),
    ).toEqual([
      expect.stringContaining('#/components/schemas/NoCard Each error object is closed and has a code, a message'),
    ]);
  });

  it('rejects an error that is one of nothing', async () => {
    expect(
      await problemsAfter([ENVELOPE, "error: { $ref: '#/components/schemas/Missing' }", 'error: { oneOf: [] }']),
    ).toEqual([
      expect.stringContaining('#/components/schemas/MissingEnvelope/properties/error Each error object is closed'),
    ]);
  });

  it('rejects an error object of several codes', async () => {
    expect(await problemsAfter(['const: NO_CARD', 'enum: [NO_CARD, LOST_CARD]'])).toEqual([
      '#/components/schemas/NoCard/properties/code Each error object has one code. ' +
        'Write it as a `const`, and give each code an error object of its own, under `oneOf`.',
    ]);
  });

  it.each(["'404'", "'4XX'", "'503'", 'default'])('judges the response %s outside of operations', async (status) => {
    const change: Change = [OUTSIDE, 'application/json', 'text/html'];
    expect(await problemsAfter([OUTSIDE, "'404'", status], change)).toEqual([
      expect.stringContaining(`A ${status.replaceAll("'", '')} answers application/json and nothing else`),
    ]);
  });
});
