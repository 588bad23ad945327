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
  it('is loaded only when scrolled near, and sends a request to the mock, with the key and entity filled in', async () => {
    const { page, complaints, requests } = await browser.open();
    // The board loads first.
    await press(page, 'listRecords.success');
    expect(requests.filter((url) => url.includes('/_page/reference'))).toEqual([]);
    const reference = await showReference(page);
    expect(requests.filter((url) => url.includes('/_page/reference'))).not.toEqual([]);

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

  it('fits the width of a phone, and can send requests only to the mock, as can the page', async () => {
    const { page } = await browser.open({ viewport: { width: 360, height: 740 } });
    await showReference(page);
    for (const frame of page.frames()) {
      const overflow = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
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
