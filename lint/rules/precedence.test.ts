import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'precedence';
const first = '  - { scenario: noCard, basis: seed }\n';

describe(rule, () => {
  it('accepts an order that names every scenario of an operation and omits those that no operation raises', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('accepts any order', async () => {
    const swapped = sampleDocument([first, ''], ['  - { scenario: noBook, basis: ours }\n', `$&${first}`]);
    expect(await problemsOf(rule, swapped.replace('$&', '  - { scenario: noBook, basis: ours }\n'))).toEqual([]);
  });

  it('ignores the scenarios of status 500', async () => {
    const change = [
      "        '404': { $ref: '#/components/responses/NoBook' }\n    put:",
      "        '500': { $ref: '#/components/responses/NoBook' }\n    put:",
    ] as const;
    expect(await problemsOf(rule, sampleDocument(change, ['  - { scenario: noBook, basis: ours }\n', '']))).toEqual([]);
  });

  it('rejects an order that lacks a scenario', async () => {
    expect(await problemsOf(rule, sampleDocument([first, '']))).toEqual([
      '#/x-precedence x-precedence lacks noCard. Add a { scenario, basis } at its place in the order.',
    ]);
  });

  it.each([
    ['a scenario twice', first + first, 'x-precedence names noCard twice. Keep one of the two rows.'],
    [
      'a scenario outside all operations',
      `${first}  - { scenario: noShelf, basis: ours }\n`,
      'x-precedence names noShelf, which does not belong in the order. Remove it, or fix the name.',
    ],
    [
      'an unknown basis',
      '  - { scenario: noCard, basis: rumour }\n',
      'A row of x-precedence must be a { scenario, basis } with a basis of seed, api, ours.',
    ],
    [
      'a row that is only a name',
      `${first}  - noCard\n`,
      'A row of x-precedence must be a { scenario, basis } with a basis of seed, api, ours.',
    ],
  ])('rejects %s', async (_what, rows, message) => {
    const problems = await problemsOf(rule, sampleDocument([first, rows]));
    expect(problems.map((problem) => problem.replace(/^\S+ /, ''))).toEqual([message]);
  });

  it('rejects a document without an order', async () => {
    expect(await problemsOf(rule, sampleDocument(['x-precedence:', 'x-other:']))).toEqual([
      '#/ x-precedence lacks noCard, noBook, bookOnLoan, libraryClosed, misprints. Add a { scenario, basis } for each at its place in the order.',
    ]);
  });
});
