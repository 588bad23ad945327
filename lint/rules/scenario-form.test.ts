import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'scenario-form';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

const CLOSED = '    libraryClosed:\n';
const EXTENSION = '#/components/examples/libraryClosed/x-scenario';

describe(rule, () => {
  it('accepts complete scenarios', async () => {
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
    ['template: null', 'template', 'a message, or null for a free text'],
    [
      'values: {}',
      'values',
      'a map from each placeholder to its { source, example }, or {} if there are no placeholders',
    ],
  ])('rejects a scenario without "%s", or with a number in its place', async (text, member, form) => {
    const message = `\`${member}\` of the scenario libraryClosed must be ${form}.`;
    expect(await problemsAfter([CLOSED, text, `${member}: 1`])).toEqual([`${EXTENSION}/${member} ${message}`]);
    expect(await problemsAfter([CLOSED, `        ${text}\n`, ''])).toEqual([`${EXTENSION} ${message}`]);
  });

  it.each<[string, Change]>([
    ['an unknown basis', [CLOSED, 'basis: seed', 'basis: rumour']],
    ['raisedBy with another word', [CLOSED, 'everyWrite', 'everyRite']],
    ['raisedBy with no operation', [CLOSED, 'everyWrite', '[]']],
    ['raisedBy with a number in its list', [CLOSED, 'everyWrite', '[printBook, 1]']],
    ['raisedBy with an operation twice', [CLOSED, 'everyWrite', '[printBook, printBook]']],
    ['an empty template', [CLOSED, 'template: null', "template: ''"]],
    ['a value without its source', [CLOSED, 'values: {}', 'values: { n: { example: 1 } }']],
    ['a value without an example', [CLOSED, 'values: {}', 'values: { n: { source: $workspace.n } }']],
    [
      'a value with another member',
      [CLOSED, 'values: {}', 'values: { n: { source: $workspace.n, example: 1, unit: km } }'],
    ],
  ])('rejects %s', async (_what, change) => {
    expect(await problemsAfter(change)).toEqual([expect.stringContaining('of the scenario libraryClosed must be')]);
  });

  it('rejects an unknown member', async () => {
    expect(await problemsAfter([CLOSED, 'retryable: true', 'retryable: true\n        retriable: true'])).toEqual([
      `${EXTENSION}/retriable \`retriable\` is not a member of x-scenario. Remove it.`,
    ]);
  });

  it.each(['summary', 'description'])('rejects a scenario without a %s', async (text) => {
    expect(await problemsAfter([CLOSED, `${text}:`, `x-${text}:`])).toEqual([
      `#/components/examples/libraryClosed The scenario libraryClosed has no ${text}. Write one; the docs show it.`,
    ]);
  });

  it('rejects a description that does not say how to fix the error', async () => {
    expect(await problemsAfter([CLOSED, '\n\n        Come back tomorrow.', ''])).toEqual([
      '#/components/examples/libraryClosed/description The description of the scenario libraryClosed does not say how to fix the error. Add that as a second paragraph, after what happened.',
    ]);
  });

  it('rejects an x-scenario that is not a map', async () => {
    const document = sampleDocument([CLOSED, 'x-scenario:', 'x-scenario: seed\n      x-former:']);
    expect(await problemsOf(rule, document)).toHaveLength(5);
  });
});
