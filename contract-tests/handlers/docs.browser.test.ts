import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ROOT, snippetOf } from './snippets.ts';

describe('docs/test-your-app.md', () => {
  it('has a snippet for Playwright Test that passes', async () => {
    await mkdir(`${ROOT}dist`, { recursive: true });
    // In the repository, so that the snippet finds Playwright.
    const folder = await mkdtemp(`${ROOT}dist/playwright-`);
    const launchOptions = { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] };
    const config = { testDir: '.', outputDir: 'results', reporter: 'line', workers: 1, use: { launchOptions } };
    await writeFile(`${folder}/playwright.config.ts`, `export default ${JSON.stringify(config)};`);
    await writeFile(`${folder}/app.spec.ts`, snippetOf('Playwright'));
    const command = [
      `${ROOT}node_modules/@playwright/test/cli.js`,
      'test',
      '--config',
      `${folder}/playwright.config.ts`,
    ];
    // Playwright refuses to run inside of Jest, which it recognizes by this variable.
    const { JEST_WORKER_ID: _id, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder, env })
      .catch(({ stdout: output }: { readonly stdout: string }) => ({ stdout: output }))
      .finally(() => rm(folder, { recursive: true }));
    expect(stdout).toContain('2 passed');
  });
});
