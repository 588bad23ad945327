import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition } from '../workspace/index.ts';
import { workspaceModule } from './workspace-module.ts';

const TITLE: ColumnDefinition = { name: 'title', type: 'TEXT' };

const moduleOf = (...entities: readonly (readonly [name: string, ...columns: readonly ColumnDefinition[]])[]): string =>
  workspaceModule('acme', {
    slug: 'helpdesk',
    entities: entities.map(([name, ...columns]) => ({ name, table: `${name}s`, columns })),
  });

describe('workspaceModule', () => {
  it('shows the description, the accepted values and the example of a column', () => {
    const text = moduleOf(
      ['Agent', TITLE],
      ['Ticket', { name: 'agent_id', type: 'INTEGER', references: 'Agent', description: 'Who answers.', example: 3 }],
    );
    expect(text).toContain(`  /**
   * Who answers.
   *
   * The id of a record of Agent.
   *
   * @example 3
   */
  readonly agent_id: number | null;
`);
    expect(text).toContain('  /** Text of at most 255 characters. */\n  readonly title: string | null;\n');
  });

  it('says every rule of a column', () => {
    const text = moduleOf([
      'Ticket',
      {
        name: 'priority',
        type: 'INTEGER',
        unique: true,
        constraints: [
          { type: 'MIN', value: 1 },
          { type: 'MAX', value: 5, message: 'must be 5 or more urgent' },
        ],
      },
      {
        name: 'kind',
        type: 'TEXT',
        constraints: [
          { type: 'MIN_LENGTH', value: 1 },
          { type: 'MAX_LENGTH', value: 3 },
          { type: 'PATTERN', value: '^(DOG|CAT)*/$' },
        ],
      },
      { name: 'share', type: 'DECIMAL', constraints: [{ type: 'POSITIVE' }, { type: 'MAX', value: 0.5 }] },
    ]);
    expect(text).toContain('  /** A whole number. At least 1. At most 5. Unique. */\n  readonly priority');
    expect(text).toContain('  /** Text of at most 3 characters. At least 1 character. Matches `^(DOG|CAT)*\\/$`. */\n');
    expect(text).toContain('  /** A number with at most 2 decimal places. Greater than 0. At most 0.5. */\n');
  });

  it('keeps the end of a comment in a description from ending the comment', () => {
    const text = moduleOf(['Ticket', { ...TITLE, description: 'a */ b', example: '*/' }]);
    expect(text).not.toMatch(/a \*\/|"\*\//);
    expect(text).toContain('a *\\/ b');
  });

  it('gives two entities whose types would have the same name different names', () => {
    const text = moduleOf(['NewX', TITLE], ['XRecord', TITLE], ['X', TITLE]);
    const names = [...text.matchAll(/^export type (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual([
      ...['NewXRecord', 'NewNewX', 'NewXChanges'],
      ...['XRecordRecord', 'NewXRecord_', 'XRecordChanges'],
      ...['XRecord', 'NewX', 'XChanges'],
    ]);
    expect(text).toContain('readonly create: NewXRecord_;');
  });

  it('has no imports, and the same text for the same workspace', () => {
    expect(moduleOf(['Ticket', TITLE])).not.toContain('import');
    expect(moduleOf(['Ticket', TITLE])).toBe(moduleOf(['Ticket', TITLE]));
  });
});
