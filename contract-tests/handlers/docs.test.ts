import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ROOT, snippetOf } from './snippets.ts';

describe('docs/test-your-app.md', () => {
  it.each([
    ['Fixtures', 2],
    ['MSW', 4],
  ] as const)('has a snippet for MSW below %s that runs, and whose %i assertions hold', async (section, assertions) => {
    const code = snippetOf(section);
    expect(code.match(/\bassert\./g)).toHaveLength(assertions);
    const run = promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', code], {
      cwd: ROOT,
    });
    expect((await run).stdout).toBe('');
  });
});
