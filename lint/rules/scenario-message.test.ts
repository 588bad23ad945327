import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'scenario-message';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

describe(rule, () => {
  it('accepts messages that match their templates, and free text', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects a message that does not match its template', async () => {
    expect(await problemsAfter(['message: No card }', 'message: No cards }'])).toEqual([
      '#/components/examples/noCard/value/error/message The message of noCard is not its template filled with its ' +
        'example values. Write "No card", or fix the template or the values.',
    ]);
  });

  it('rejects a message with other values', async () => {
    expect(
      await problemsAfter(['source: $request.path.title, example: Ema', 'source: $request.path.title, example: $&']),
    ).toEqual([
      '#/components/examples/noBook/value/error/message The message of noBook is not its template filled with its ' +
        'example values. Write "No book $&", or fix the template or the values.',
    ]);
  });

  it('rejects a scenario whose value is not an envelope', async () => {
    expect(await problemsAfter(['value: { error: { code: NO_CARD, message: No card } }', 'value: No card'])).toEqual([
      expect.stringContaining('The message of noCard is not its template'),
    ]);
  });

  it('rejects a number that differs from the length of the list in the body', async () => {
    expect(await problemsAfter(['[page 3, page 7]', '[page 3]'])).toEqual([
      '#/components/examples/misprints/x-scenario/values/n/example {n} of misprints is 2 in its example, ' +
        'but 1 in $response.body#/error/details. Make the two equal.',
    ]);
  });

  it('rejects a value that differs from the text in the body', async () => {
    const source: Change = ['$response.body#/error/details', '$response.body#/error/code'];
    expect(await problemsAfter(source)).toEqual([
      expect.stringContaining('{n} of misprints is 2 in its example, but MISPRINTED in $response.body#/error/code.'),
    ]);
  });

  it('rejects a value that is missing from the body', async () => {
    expect(await problemsAfter(['$response.body#/error/details', '$response.body#/error/misprints'])).toEqual([
      expect.stringContaining('but undefined in $response.body#/error/misprints.'),
    ]);
  });

  it('leaves a placeholder without a value to scenario-values', async () => {
    expect(await problemsAfter(["template: 'No book {title}'", "template: 'No book {isbn}'"])).toEqual([]);
  });
});
