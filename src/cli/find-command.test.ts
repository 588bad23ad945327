import { describe, expect, it } from '@jest/globals';

import type { Command, CommandGroup } from './command.ts';
import { findCommand } from './find-command.ts';

const list: Command = { help: 'list', run: async () => 0 };
const key: CommandGroup = { help: 'key', commands: { list } };
const admin: CommandGroup = { help: 'admin', commands: { key } };

const found = (...words: readonly string[]) => findCommand({ command: admin, names: ['admin'], words });

describe('findCommand', () => {
  it('follows the names down to a command, and leaves what stands behind them', () => {
    expect(found('key', 'list', 'x', '--json')).toEqual({
      command: list,
      names: ['admin', 'key', 'list'],
      words: ['x', '--json'],
    });
  });

  it.each([[[]], [['--help']], [['-h']]])('stays at a group that is called with %j', (words) => {
    expect(found('key', ...words).command).toBe(key);
  });

  it.each(['lsit', 'toString', '--data'])('knows no command %s', (name) => {
    expect(() => found('key', name)).toThrow(`admin key has no command "${name}"; it has list`);
  });
});
