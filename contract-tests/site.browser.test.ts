import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { contract } from '../src/contract/index.ts';
import { launchChromium } from './launch-chromium.ts';
import type { ServedFolder } from './serve-folder.ts';
import { serveFolder } from './serve-folder.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The site must work under any base path. */
const SUB_PATH = '/some/where/';

/** One page of each kind. */
const kinds = [
  'index.html',
  'scenarios/index.html',
  'scenarios/badRequest.html',
  'scenarios/routeNotFound.html',
  'scenarios/success.html',
  'operations/index.html',
  'operations/updateRecord.html',
  'reference.html',
  'guides/index.html',
  'guides/client.html',
  'guides/mock.html',
  'guides/decisions/0001-one-document-one-name.html',
];

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };
const screens = Object.entries({ phone, desktop }).flatMap(([name, viewport]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ name: `a ${name}, ${colorScheme}`, viewport, colorScheme })),
);

let folder: string;
let server: ServedFolder;
let site: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-docs.ts'), folder]);
  server = await serveFolder(folder, SUB_PATH);
  site = server.url;
  browser = await launchChromium();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the site', () => {
  it('has no broken links, no orphaned pages, no console errors and no external requests', async () => {
    const pages = globSync('**/*.html', { cwd: folder }).toSorted();
    const context = await browser.newContext({ viewport: desktop });
    const { page, complaints, requests } = await watched(context.newPage());
    const known = new Map<string, { links: readonly string[]; ids: ReadonlySet<string> }>();
    for (const path of pages) {
      await load(page, path);
      const { links, ids } = await page.evaluate(readLinks);
      known.set(site + path, { links, ids: new Set(ids) });
    }
    const broken: string[] = [];
    const visited = new Set<string>([`${site}index.html`]);
    for (const [path, { links }] of known) {
      for (const link of links.filter((each) => each.startsWith(site))) {
        const [address = '', fragment] = link.split('#');
        visited.add(address);
        const target = known.get(address);
        const exists = target === undefined ? (await fetch(address)).ok : true;
        // The reference's anchors are created by its script, which resolves them itself.
        const isPlace = fragment === undefined || fragment === '' || target?.ids.has(decodeURIComponent(fragment));
        if (!exists || isPlace !== true) broken.push(`${path} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(url))).toEqual([]);
    expect(pages.filter((path) => !visited.has(site + path))).toEqual([]);
  }, 240_000);

  it('fits its introduction on one screen', async () => {
    const { page } = await open('index.html', { viewport: desktop });
    const box = await page.getByRole('main').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(desktop.height);
  });

  it.each(['index.html', 'scenarios/badRequest.html', 'reference.html'])(
    'works from a folder, without a server: %s',
    async (path) => {
      const context = await browser.newContext();
      const { page, complaints } = await watched(context.newPage());
      await page.goto(pathToFileURL(join(folder, path)).href);
      if (path === 'reference.html')
        await page.getByRole('main').getByRole('heading', { name: 'Workspace API' }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
      expect(complaints).toEqual([]);
    },
  );
});

describe('every kind of page', () => {
  it.each(kinds)(
    '%s passes axe and fits the width of the screen, on a phone and a desktop, light and dark',
    async (path) => {
      const { page } = await open(path, {});
      for (const { name, viewport, colorScheme } of screens) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        // The reference checks the screen only when it loads.
        if (path === 'reference.html') await load(page, path);
        await page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
        });
        expect([name, ...(await violations(page))]).toEqual([name]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, overflow]).toEqual([name, 0]);
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect([name, background === 'rgb(19, 22, 24)']).toEqual([name, colorScheme === 'dark']);
      }
    },
    120_000,
  );
});

describe('the closed table', () => {
  const shown = (page: Page): Promise<readonly (string | null)[]> =>
    page
      .locator('tr[data-scenario]:visible')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-scenario')));

  it('is filtered while typing, and shows how many rows are left', async () => {
    const { page } = await open('scenarios/index.html', { viewport: desktop });
    expect(await shown(page)).toHaveLength(contract.scenarioNames.length);
    expect(await page.locator('.pair:visible').count()).toBe(contract.pairs.length);
    await page.getByRole('searchbox').fill('key expired');
    expect(await shown(page)).toEqual(['expiredApiKey']);
    expect(await page.locator('.pair:visible').count()).toBe(1);
    expect(await page.getByRole('status').innerText()).toBe(`1 of ${contract.scenarioNames.length} scenarios`);
    await page.getByRole('searchbox').fill('');
    expect(await shown(page)).toHaveLength(contract.scenarioNames.length);
  });

  it('is found by pasting a response on the home page, with only the keyboard', async () => {
    const { page } = await open('index.html', { viewport: desktop });
    await tabTo(page, 'query');
    const { code, example } = contract.scenarios.recordReferenced;
    await page.keyboard.insertText(JSON.stringify({ error: { code, message: example } }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/scenarios\/index\.html\?q=/);
    expect(await shown(page)).toEqual(['recordReferenced']);
    await tabTo(page, 'filter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}scenarios/recordReferenced.html`);
  });

  it('is complete without scripts, and hides the search field that needs them', async () => {
    const { page } = await open('scenarios/index.html', { javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(contract.scenarioNames.length);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  });
});

describe('with the keyboard', () => {
  it('the first tab stop skips to the content', async () => {
    const { page } = await open('guides/mock.html', { viewport: desktop });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('a variant can be unfolded', async () => {
    const { page } = await open('scenarios/badRequest.html', { viewport: desktop });
    const [first] = await page.locator('details.variant').all();
    await first?.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await first?.getByText('curl').first().isVisible()).toBe(true);
  });

  it('code can be copied unchanged', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await open('scenarios/expiredApiKey.html', { viewport: desktop, permissions });
    const button = page.getByRole('button', { name: 'Copy' }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl -i -X GET \\\n.*sk_test_expired/s);
  });
});

/** Opens a page in its own browser context. */
async function open(path: string, options: BrowserContextOptions): Promise<{ page: Page }> {
  const context = await browser.newContext(options);
  const { page } = await watched(context.newPage());
  await load(page, path);
  return { page };
}

async function load(page: Page, path: string): Promise<void> {
  await page.goto(site + path);
  if (path === 'reference.html') await page.getByRole('main').getByRole('heading', { name: 'Workspace API' }).waitFor();
}

/**
 * Records a page's console errors and warnings, uncaught errors and requests. Ignores other console messages, such as
 * Scalar's banner.
 */
async function watched(
  opened: Promise<Page>,
): Promise<{ page: Page; complaints: readonly string[]; requests: readonly string[] }> {
  const page = await opened;
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => complaints.push(`${page.url()} ${message}`));
  page.on('request', (request) => requests.push(request.url()));
  return { page, complaints, requests };
}

async function tabTo(page: Page, id: string): Promise<void> {
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
  for (let tabs = 0; tabs < 50 && (await focused()) !== id; tabs += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe(id);
}

/** Runs in the page: returns the targets of its links and the ids that can be linked to. */
function readLinks(): { links: readonly string[]; ids: readonly string[] } {
  return {
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((each) => each.closest('#reference') === null)
      .map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  };
}

/**
 * With `preload`, axe would request the style sheets again, which these rules do not need. Without `resultTypes`, it would describe
 * every element that passes.
 */
const OPTIONS = { preload: false, resultTypes: ['violations'], selectors: false } satisfies RunOptions;

/** Returns the axe violations of a page, with their elements. */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(AXE);
  const found = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(OPTIONS)}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
