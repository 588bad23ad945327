import { describe, expect, it } from '@jest/globals';

import type { OptionTable } from './option-table.ts';
import { optionsHelp } from './option-table.ts';

const reading = {
  port: { type: 'string', value: 'PORT', default: '4010', text: 'the port (default {default})', variable: null },
  workspace: { type: 'string', short: 'w', value: 'NAME', text: 'a workspace', variable: null },
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
    const open = { open: { type: 'boolean', text: 'open the page', variable: null } } satisfies OptionTable;
    expect(optionsHelp({ Reading: open, Writing: open })).toBe(`Reading:
  --open  open the page

Writing:
  --open  open the page
  --help  print this help
`);
  });

  it('continues a long description in its column', () => {
    const text = Array.from({ length: 60 }, () => 'word').join(' ');
    const lines = optionsHelp({ Options: { a: { type: 'boolean', text, variable: null } } }).split('\n');
    expect(lines[1]).toMatch(/^ {2}--a {5}word/);
    expect(lines[2]).toMatch(/^ {10}word/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(lines.join(' ').match(/word/g)).toHaveLength(60);
  });

  it('names the variable that sets an option, and says how to write its value', () => {
    const table = {
      port: { type: 'string', value: 'N', variable: 'PORT', text: 'the port' },
      'dry-run': { type: 'boolean', text: 'send nothing' },
      header: { type: 'string', multiple: true, text: Array.from({ length: 21 }, () => 'word').join(' ') },
    } satisfies OptionTable;
    expect(optionsHelp({ Options: table })).toBe(`Options:
  --port N   the port [env: PORT]
  --dry-run  send nothing [env: WORKSPACE_API_DRY_RUN]
  --header   word word word word word word word word word word word word word word word word word word word word word
             [env: WORKSPACE_API_HEADER]
  --help     print this help

[env: …] is the environment variable that sets an option unless the command line does. An empty one is ignored.
Options without a value take true, false, 1 or 0. Repeatable ones take one value per line.
`);
    const { port } = table;
    expect(optionsHelp({ Options: { port } })).toMatch(/An empty one is ignored\.\n$/);
  });
});
