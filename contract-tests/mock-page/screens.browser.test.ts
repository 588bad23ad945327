import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { textsOfLittleContrast } from '../texts-of-little-contrast.ts';
import type { MockInBrowser } from './open-mock-page.ts';
import { startMockInBrowser } from './open-mock-page.ts';
import { press } from './press.ts';
import { showReference } from './show-reference.ts';

const screens = ['phone', 'desktop'].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `a ${width}, ${colorScheme}`,
    options: { colorScheme, viewport: width === 'phone' ? { width: 360, height: 740 } : { width: 1280, height: 900 } },
  })),
);

let browser: MockInBrowser;
beforeAll(async () => {
  browser = await startMockInBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

describe.each(screens)('the page of the mock on $name', ({ options }) => {
  it('fits the screen, has enough contrast and the colours of its scheme, and scrolls the response into view', async () => {
    const { page, complaints, requests } = await browser.open(options);
    const expectToFit = async () => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
    };
    await expectToFit();
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(options.colorScheme === 'dark' ? 'rgb(19, 22, 24)' : 'rgb(251, 251, 250)');

    await press(page, 'getRecord.success');
    await page.waitForFunction(() => {
      const box = document.querySelector('#verdict')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    await expectToFit();
    await press(page, 'bulkDeleteRecords.badRequest.oversizedBatch');
    await expectToFit();
    await page.route('**/Customer/404', (route) => route.fulfill({ status: 500, json: {} }));
    await press(page, 'getRecord.recordNotFound');
    await page.locator('#board [data-verdict=bad]').waitFor();
    await expectToFit();

    // Without console messages and external resources, including the reference.
    await showReference(page);
    await press(page, 'createRecord.validationError');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${browser.origin}/`))).toEqual([]);
    expect(requests.some((url) => /reference-[0-9a-f]+\.js$/.test(url))).toBe(true);
  });
});
