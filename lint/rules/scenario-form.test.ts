import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'scenario-form';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

const CLOSED = '    libraryClosed:\n';
const EXTENSION = '#/components/examples/libraryClosed/x-scenario';

describe(rule, () => {
  it('accepts scenarios that say all there is to say', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it.each([
    ['basis: seed', 'basis', 'one of seed, api, ours'],
    [
      'raisedBy: everyWrite',
      'raisedBy',
      'everyOperation, everyWrite, noOperation or a list of operationIds, each once',
    ],
    ['retryable: true', 'retryable', 'true or false'],
    ['template: null', 'template', 'a message, or null where the text is free'],
    ['values: {}', 'values', 'a map from each placeholder to its { source, example }, {} where there is none'],
  ])('rejects a scenario without "%s", and one where it is a number', async (text, member, form) => {
    const message = `\`${member}\` of the scenario libraryClosed must be ${form}.`;
    expect(await problemsAfter([CLOSED, text, `${member}: 1`])).toEqual([`${EXTENSION}/${member} ${message}`]);
    expect(await problemsAfter([CLOSED, `        ${text}\n`, ''])).toEqual([`${EXTENSION} ${message}`]);
  });

  it.each<[string, Change]>([
    ['an unknown basis', [CLOSED, 'basis: seed', 'basis: rumour']],
    ['raisedBy with another word', [CLOSED, 'everyWrite', 'everyRite']],
    ['raisedBy with no operation', [CLOSED, 'everyWrite', '[]']],
    ['raisedBy with what is no operationId', [CLOSED, 'everyWrite', '[printBook, 1]']],
    ['raisedBy with an operation twice', [CLOSED, 'everyWrite', '[printBook, printBook]']],
    ['an empty template', [CLOSED, 'template: null', "template: ''"]],
    ['a value without its source', [CLOSED, 'values: {}', 'values: { n: { example: 1 } }']],
    ['a value without an example', [CLOSED, 'values: {}', 'values: { n: { source: $workspace.n } }']],
    ['a value that says more', [CLOSED, 'values: {}', 'values: { n: { source: $workspace.n, example: 1, unit: km } }']],
  ])('rejects %s', async (_what, change) => {
    expect(await problemsAfter(change)).toEqual([expect.stringContaining('of the scenario libraryClosed must be')]);
  });

  it('rejects a member that it does not know', async () => {
    expect(await problemsAfter([CLOSED, 'retryable: true', 'retryable: true\n        retriable: true'])).toEqual([
      `${EXTENSION}/retriable \`retriable\` is nothing that an x-scenario says. Take it out.`,
    ]);
  });

  it.each(['summary', 'description'])('rejects a scenario without a %s', async (text) => {
    expect(await problemsAfter([CLOSED, `${text}:`, `x-${text}:`])).toEqual([
      `#/components/examples/libraryClosed The scenario libraryClosed has no ${text}, which is what its reader is shown. Write one.`,
    ]);
  });

  it('rejects a description that says what happened and not how to mend it', async () => {
    expect(await problemsAfter([CLOSED, '\n\n        Come back tomorrow.', ''])).toEqual([
      '#/components/examples/libraryClosed/description The description of the scenario libraryClosed does not say how to mend it. Say so in a paragraph of its own, below what happened.',
    ]);
  });

  it('rejects an x-scenario that is no map', async () => {
    const document = sampleDocument([CLOSED, 'x-scenario:', 'x-scenario: seed\n      x-former:']);
    expect(await problemsOf(rule, document)).toHaveLength(5);
  });
});
