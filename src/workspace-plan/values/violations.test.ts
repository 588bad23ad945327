import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition } from '../../workspace/index.ts';
import { columnRules } from './violations.ts';

const rulesOf = (column: ColumnDefinition) =>
  Object.fromEntries(columnRules(column).map(({ constraint, violations }) => [constraint, violations]));

describe('columnRules', () => {
  it('breaks a bound as closely as the type allows, so that a wider bound is found', () => {
    const rules = rulesOf({
      name: 'share',
      type: 'DECIMAL',
      scale: 3,
      constraints: [
        { type: 'MIN', value: 0.5 },
        { type: 'MAX', value: 99.5 },
      ],
    });
    expect(rules.MIN).toEqual([expect.objectContaining({ value: 0.499, basis: 'seed' })]);
    expect(rules.MAX).toEqual([expect.objectContaining({ value: 99.501, basis: 'seed' })]);
    expect(rules.TYPE?.map(({ form, basis }) => [form, basis])).toEqual([
      ['text', 'seed'],
      // Many databases round.
      ['fraction', 'ours'],
    ]);
  });

  it('breaks a length by one character, and knows whether the column declares it', () => {
    const lengths = [undefined, 30].map((length) => {
      const [violation] =
        rulesOf({ name: 'title', type: 'TEXT', ...(length === undefined ? {} : { length }) }).LENGTH ?? [];
      return [String(violation?.value).length, violation?.basis];
    });
    expect(lengths).toEqual([
      [256, 'ours'],
      [31, 'seed'],
    ]);
  });

  it('takes the words from the definition, or else from the API with their basis', () => {
    const rules = rulesOf({
      name: 'email',
      type: 'TEXT',
      nullable: false,
      constraints: [{ type: 'EMAIL' }, { type: 'NOT_BLANK' }, { type: 'MIN_LENGTH', value: 6, message: 'is short' }],
    });
    const said = Object.entries(rules).flatMap(([name, violations]) =>
      violations.map(({ detail }) => [name, detail.message, detail.basis]),
    );
    expect(said).toEqual([
      ['TYPE', 'must be text', 'ours'],
      ['REQUIRED', 'email is required', 'seed'],
      ['LENGTH', 'must be at most 255 characters', 'ours'],
      ['EMAIL', 'must be a valid email address', 'seed'],
      ['NOT_BLANK', 'must not be blank', 'ours'],
      ['MIN_LENGTH', 'is short', 'api'],
    ]);
  });

  it('breaks one rule at a time where it can, and else knows which others it breaks', () => {
    const rules = rulesOf({
      name: 'count',
      type: 'INTEGER',
      constraints: [{ type: 'POSITIVE' }, { type: 'MIN', value: 3 }],
    });
    expect(rules.MIN).toEqual([expect.objectContaining({ value: 2, detail: expect.objectContaining({ others: [] }) })]);
    expect(rules.POSITIVE).toEqual([
      expect.objectContaining({ value: 0, detail: expect.objectContaining({ others: ['must be at least 3'] }) }),
    ]);
  });

  it('numbers constraints of one kind, and breaks none that no value breaks or that another hides', () => {
    const rules = rulesOf({
      name: 'code',
      type: 'TEXT',
      length: 20,
      constraints: [
        { type: 'PATTERN', value: '^a' },
        { type: 'PATTERN', value: 'z$' },
        { type: 'MIN_LENGTH', value: 0 },
        { type: 'MAX_LENGTH', value: 20 },
      ],
    });
    const broken = Object.entries(rules).filter(([, violations]) => violations.length > 0);
    expect(broken.map(([name]) => name)).toEqual(['TYPE', 'PATTERN', 'PATTERN_2']);
  });
});
