import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ROOT, snippetOf } from './snippets.ts';

describe('docs/test-your-app.md', () => {
  it('has a snippet for MSW that runs, and whose assertions hold', async () => {
    const code = snippetOf('MSW');
    expect(code.match(/\bassert\./g)?.length).toBeGreaterThan(3);
    const run = promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', code], {
      cwd: ROOT,
    });
    expect((await run).stdout).toBe('');
  });
});
