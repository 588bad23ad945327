import { describe, expect, it } from '@jest/globals';

import type { OptionTable } from './option-table.ts';
import { optionsHelp } from './option-table.ts';

const reading = {
  port: { type: 'string', value: 'PORT', default: '4010', text: 'the port (default {default})' },
  workspace: { type: 'string', short: 'w', value: 'NAME', text: 'a workspace' },
} satisfies OptionTable;

describe('optionsHelp', () => {
  it('describes each option in one column, with its short name, value and default', () => {
    expect(optionsHelp({ Options: reading })).toBe(`Options:
  --port PORT           the port (default 4010)
  -w, --workspace NAME  a workspace
  --help                print this help
`);
  });

  it('writes groups under their headings, and --help once', () => {
    const open = { open: { type: 'boolean', text: 'open the page' } } satisfies OptionTable;
    expect(optionsHelp({ Reading: open, Writing: open })).toBe(`Reading:
  --open  open the page

Writing:
  --open  open the page
  --help  print this help
`);
  });

  it('continues a long description in its column', () => {
    const text = Array.from({ length: 60 }, () => 'word').join(' ');
    const lines = optionsHelp({ Options: { a: { type: 'boolean', text } } }).split('\n');
    expect(lines[1]).toMatch(/^ {2}--a {5}word/);
    expect(lines[2]).toMatch(/^ {10}word/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(lines.join(' ').match(/word/g)).toHaveLength(60);
  });
});
