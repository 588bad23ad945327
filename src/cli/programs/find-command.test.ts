import { describe, expect, it } from '@jest/globals';

import type { Command, CommandGroup } from '../command.ts';
import { findCommand } from './find-command.ts';

const list: Command = { help: 'list', options: {}, run: async () => 0 };
const key: CommandGroup = { help: 'key', commands: { list } };
const admin: CommandGroup = { help: 'admin', commands: { key } };

const found = (...words: readonly string[]) => findCommand({ command: admin, names: ['admin'], words });

describe('findCommand', () => {
  it('follows the names to a command and returns the remaining arguments', () => {
    expect(found('key', 'list', 'x', '--json')).toEqual({
      command: list,
      names: ['admin', 'key', 'list'],
      words: ['x', '--json'],
    });
  });

  it.each([[[]], [['--help']], [['-h']]])('returns the group when it is called with %j', (words) => {
    expect(found('key', ...words).command).toBe(key);
  });

  it.each(['lsit', 'toString', '--data'])('refuses the unknown command %s', (name) => {
    expect(() => found('key', name)).toThrow(`unknown command "admin key ${name}"; use one of list`);
  });
});
