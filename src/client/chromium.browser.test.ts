import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

import { bundleTests } from './testing/browser/bundle.ts';
import type { BrowserResult } from './testing/browser/test-globals.ts';
import type { HostileServer } from './testing/hostile-server.ts';
import { startHostileServer } from './testing/hostile-server.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let server: HostileServer;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} not found: run apt-get install chromium, or set CHROMIUM`);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('the tests of the client', () => {
  it('all pass in Chromium', async () => {
    // Files with a suffix need more than a browser: `.packages` installs packages, and `.node` leaves calls open that nothing
    // can abort, while a browser has six connections to a server.
    const files = globSync(`${HERE}**/*.test.ts`).filter((file) => /\/[^./]+\.test\.ts$/.test(file));
    server = await startHostileServer({
      '/': '<!doctype html><script type="module" src="/tests.js"></script>',
      '/tests.js': await bundleTests(files),
    });
    const page = await browser.newPage();
    const complaints: string[] = [];
    // After an error of the page itself, no test runs.
    const broken = new Promise<void>((resolve) => {
      page.on('pageerror', ({ message }) => {
        complaints.push(message);
        resolve();
      });
    });
    await page.goto(server.url);
    await Promise.race([broken, page.waitForFunction(`'results' in globalThis`, undefined, { timeout: 20_000 })]);
    expect(complaints).toEqual([]);
    const results = await page.evaluate<readonly BrowserResult[]>('results');
    expect(complaints).toEqual([]);
    expect(results.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(results.length).toBeGreaterThan(250);
  });
});
