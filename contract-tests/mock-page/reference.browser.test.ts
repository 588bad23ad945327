import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { MockInBrowser } from './open-mock-page.ts';
import { startMockInBrowser } from './open-mock-page.ts';
import { press } from './press.ts';
import { showReference } from './show-reference.ts';

let browser: MockInBrowser;
beforeAll(async () => {
  browser = await startMockInBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

describe('the reference', () => {
  it('is loaded only when scrolled near, so the board loads first', async () => {
    const { page, requests } = await browser.open();
    await press(page, 'listRecords.success');
    expect(requests.filter((url) => url.includes('/_page/reference'))).toEqual([]);
    await showReference(page);
    expect(requests.filter((url) => url.includes('/_page/reference'))).not.toEqual([]);
  });

  it('sends a request to the mock, with the key and entity filled in, and shows the response', async () => {
    const { page, complaints } = await browser.open();
    const reference = await showReference(page);
    await reference.getByRole('link', { name: 'List the records of an entity' }).first().click();
    await reference.getByRole('button', { name: 'Test Request (get /{entityName})' }).click();
    const response = page.waitForResponse((each) => each.url().startsWith(browser.mock.url));
    await reference.getByRole('button', { name: /^Send get request to / }).click();
    expect((await response).url()).toMatch(`${browser.mock.url}/acme-corp/sales/Customer?`);
    expect((await response).request().headers().authorization).toBe('Bearer sk_test_read_write');
    expect((await response).status()).toBe(200);
    await reference.getByText('200 OK').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is cached by the browser', async () => {
    const { page } = await browser.open();
    await showReference(page);
    expect(await bytesOfBundle(page)).toBeGreaterThan(1_000_000);
    await page.reload();
    await showReference(page);
    expect(await bytesOfBundle(page)).toBe(0);
  });

  it('fits the width of a phone', async () => {
    const { page } = await browser.open({ viewport: { width: 360, height: 740 } });
    await showReference(page);
    const widths = page
      .frames()
      .map((frame) =>
        frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
    expect(await Promise.all(widths)).toEqual([0, 0]);
  });
});

describe('the page and the reference', () => {
  it('can send requests only to the mock', async () => {
    const { page } = await browser.open();
    await showReference(page);
    for (const frame of page.frames()) {
      const refused = await frame.evaluate(
        async (address) => {
          const violation = new Promise<string>((resolve) => {
            document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          });
          await fetch(address).catch(() => undefined);
          return violation;
        },
        `http://localhost:${new URL(browser.origin).port}/`,
      );
      expect(refused).toBe('connect-src');
    }
    expect(page.frames().length).toBe(2);
  });
});

/** Returns how many bytes of the reference's bundle were transferred. */
async function bytesOfBundle(page: Page): Promise<number | undefined> {
  const bytes = page.frames().map((frame) =>
    frame.evaluate(
      () =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .find(({ name }) => /reference-[0-9a-f]+\.js$/.test(name))?.transferSize,
    ),
  );
  return (await Promise.all(bytes)).find((each) => each !== undefined);
}
