import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Report } from '../src/verifier/index.ts';
import { htmlReport, junitReport } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { launchChromium } from './launch-chromium.ts';
import { bendHeaders, bendMessages } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import { startProxy } from './mutants/proxy.ts';
import { textsOfLittleContrast } from './texts-of-little-contrast.ts';
import { verify } from './verify.ts';

/** A message that would inject markup into the page if it were not escaped. */
const HOSTILE = `<script>console.error('ran')</script><img src="http://evil.example/x"> at save (/srv/app/store.js:12:34) ${'x'.repeat(300)}`;

/** Three faults: a message that differs in one character, a wrong content type, and a stack trace that contains markup. */
const threeFaults = [
  bendMessages('FORBIDDEN', (message) => message.replace('—', '-')),
  bendHeaders((headers) => ({ ...headers, 'content-type': 'application/problem+json' }), 409),
  bendMessages('BAD_REQUEST', () => HOSTILE),
] satisfies readonly Bending[];

const screens = ['phone', 'desktop'].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `a ${width}, ${colorScheme}`,
    options: { colorScheme, viewport: width === 'phone' ? { width: 360, height: 740 } : { width: 1280, height: 900 } },
  })),
);

let folder: string;
let address: string;
let report: Report;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'html-report-'));
  const file = join(folder, 'report.html');
  address = pathToFileURL(file).href;
  report = await brokenReport();
  await writeFile(file, htmlReport(report));
  browser = await launchChromium();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

describe.each(screens)('the HTML report on $name', ({ options }) => {
  it('loads alone, fits the screen, has enough contrast, and links a failed cell to its finding', async () => {
    const { page, complaints, requests } = await open(options);
    const widths = () =>
      page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        matrix: Math.max(
          ...[...document.querySelectorAll('.scroll')].map((each) => each.scrollWidth - each.clientWidth),
        ),
      }));
    const folded = await widths();
    expect(folded.page).toBe(0);
    // Only the matrix scrolls.
    expect(folded.matrix > 0).toBe(options.viewport.width < 500);

    await page.getByRole('link', { name: 'deleteRecord readOnlyKey by http: failed' }).click();
    const finding = page.locator('li:target');
    expect(await finding.locator('summary').textContent()).toMatch(/^deleteRecord readOnly/);
    await page.waitForFunction(isInSight, 'li:target summary');
    expect(await finding.getByText('DELETE /acme-corp/').first().isVisible()).toBe(true);

    await unfoldAll(page);
    expect((await widths()).page).toBe(0);
    expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([address]);
  });
});

describe('the HTML report', () => {
  it('can be navigated with only the keyboard', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let tabs = 0; tabs < 50 && !(await focused()).endsWith(': failed'); tabs += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/ failed$/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(isInSight, 'li:target summary');
  });

  it('links to its findings without scripts too', async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await page.getByRole('link', { name: 'deleteRecord readOnlyKey by http: failed' }).click();
    await page.waitForFunction(isInSight, 'li:target summary');
    await page.locator('li:target summary').click();
    expect(await page.locator('li:target').getByText('DELETE /acme-corp/').first().isVisible()).toBe(true);
  });

  it('copies the curl command of a finding', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('link', { name: 'deleteRecord readOnlyKey by http: failed' }).click();
    const button = page.locator('li:target').getByRole('button');
    await button.click();
    await button.getByText('Copied').waitFor();
    const found = report.findings.find(
      (each) => each.operationId === 'deleteRecord' && each.scenario === 'readOnlyKey',
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(found?.curl);
  });
});

describe('the JUnit report', () => {
  it("is valid XML for a browser's parser", async () => {
    const { page } = await open({});
    const [complaint, failures] = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      return [parsed.querySelector('parsererror')?.textContent, parsed.querySelectorAll('failure').length];
    }, junitReport(report));
    expect(complaint).toBeUndefined();
    expect(failures).toBeGreaterThan(report.summary.failed);
  });
});

/** Returns the report of a run against an implementation with three faults. */
async function brokenReport(): Promise<Report> {
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const proxy = await startProxy(server.url, (real) => threeFaults.reduce((bent, bending) => bending(bent), real));
  try {
    return await verify({ target: parseTarget(demoTarget(proxy.url, { faults: false }), {}) });
  } finally {
    await proxy.close();
    await server.close();
  }
}

/** Opens the report in its own browser context. Records its console messages, errors and requests. */
async function open(
  options: BrowserContextOptions,
): Promise<{ page: Page; complaints: readonly string[]; requests: readonly string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, complaints, requests };
}

function unfoldAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
}

/** Runs in the page: returns true if an element is visible without scrolling. */
function isInSight(selector: string): boolean {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}
