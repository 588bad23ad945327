import { describe, expect, it } from '@jest/globals';

import { ancestorId, computed } from './computed-value.ts';
import { fillValues, namesParent, unknownPlaceholders } from './fill-values.ts';

const RUN = '12345678900042';

describe('fillValues', () => {
  it.each([
    ['{run}', RUN],
    ['a-{run}@{run}', `a-${RUN}@${RUN}`],
    ['{run:9}', '678900042'],
    ['{run:20}', `111111${RUN}`],
    ['{parent}', 7],
    ['customers/{parent}', 'customers/7'],
    ['{run:3x}', '{run:3x}'],
    [
      ['{run:6}', { deep: ['{parent}', 1, null] }],
      ['900042', { deep: [7, 1, null] }],
    ],
    [
      { address: { tax: 'DE{run:9}' }, owner: { id: '{parent}' } },
      { address: { tax: 'DE678900042' }, owner: { id: 7 } },
    ],
    [12, 12],
    [null, null],
  ])('replaces the placeholders in %j', (value, expected) => {
    expect(fillValues({ column: value }, RUN, 7)).toEqual({ column: expected });
  });

  it('computes values for each record, and takes the ids of ancestors', () => {
    const values = {
      number: computed((run) => Number(run.slice(-4))),
      agent_id: ancestorId('Agent'),
      none: ancestorId('X'),
    };
    expect(fillValues(values, RUN, undefined, new Map([['Agent', 5]]))).toEqual({ number: 42, agent_id: 5 });
  });

  it('keeps every digit of the id of a parent', () => {
    const values = fillValues({ parent: '{parent}', path: '/{parent}' }, RUN, 9_007_199_254_740_993n);
    expect(values).toEqual({ parent: 9_007_199_254_740_993n, path: '/9007199254740993' });
  });

  it('leaves {parent} as it is if there is no parent', () => {
    expect(fillValues({ parent: '{parent}' }, RUN)).toEqual({ parent: '{parent}' });
  });
});

it.each([
  [{ a: '{parent}' }, true],
  [{ a: [{ b: 'x/{parent}/y' }] }, true],
  [{ a: '{run}', '{parent}': 1 }, false],
])('namesParent finds {parent} at any depth of the values: %j', (values, expected) => {
  expect(namesParent(values)).toBe(expected);
});

it.each(
  [
    ['{run:5}', '{run:41}', '{run:}', '{Run}', '{ run }', '{run: 9}', '{runs}', '{PARENT}', '{parent.id}'].map(
      (text) => [text, [text]],
    ),
    ['{run}', '{run:6}', '{run:40}', '{parent}', '{other}', '{}', '{', '{"run":1}'].map((text) => [text, []]),
  ].flat(),
)('unknownPlaceholders recognizes %j', (text, expected) => {
  expect(unknownPlaceholders({ a: [text] })).toEqual(expected);
});
