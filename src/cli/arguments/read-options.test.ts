import { describe, expect, it } from '@jest/globals';

import type { OptionTable } from './option-table.ts';
import { readOptions } from './read-options.ts';
import { UsageError } from './usage-error.ts';

const options = {
  level: { type: 'string', text: 'the level' },
  demo: { type: 'boolean', text: 'the demo' },
} satisfies OptionTable;

describe('readOptions', () => {
  it.each([
    [['--bogus'], 'unknown option --bogus'],
    [['--bogus=1'], 'unknown option --bogus'],
    [['-x'], 'unknown option -x'],
    [['--level'], '--level needs a value'],
    [['--level', '--demo'], '--level needs a value; if the value starts with "-", write --level=VALUE'],
    [['--demo=1'], '--demo takes no value'],
    [['strict'], 'unexpected argument "strict"'],
  ])('says what is wrong with %j', (words, message) => {
    expect(() => readOptions(words, options, {})).toThrow(new UsageError(message));
  });

  it('accepts a value that starts with a hyphen after an equals sign', () => {
    expect(readOptions(['--level=-1'], options, {}).options).toEqual({ level: '-1' });
  });
});
