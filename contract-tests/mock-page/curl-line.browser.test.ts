import { exec } from 'node:child_process';
import { promisify } from 'node:util';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { MockInBrowser } from './open-mock-page.ts';
import { INSECURE_HOST, startMockInBrowser } from './open-mock-page.ts';
import { press } from './press.ts';

let browser: MockInBrowser;
beforeAll(async () => {
  browser = await startMockInBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

describe('the curl command', () => {
  it('is copied and returns the same status', async () => {
    const { page } = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    for (const name of [
      'createRecord.validationError',
      'deleteRecord.success',
      'listRecords.badRequest.malformedPath',
      'bulkUpdateRecords.readOnlyKey',
      'getRecord.expiredApiKey.prefer',
    ]) {
      const response = await press(page, name);
      await page.getByRole('button', { name: 'Copy the curl command' }).click();
      await page.getByText('Copied').waitFor();
      const line = await page.evaluate(() => navigator.clipboard.readText());
      expect([name, line]).toEqual([name, await page.locator('pre.curl').textContent()]);
      const { stdout } = await promisify(exec)(line);
      expect([name, stdout.split(' ').slice(0, 2)]).toEqual([name, ['HTTP/1.1', String(response.status())]]);
    }
  });

  it('is copied in browsers without clipboard access', async () => {
    const { port } = new URL(browser.origin);
    const { page } = await browser.open({}, `http://${INSECURE_HOST}:${port}/`);
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false);
    await press(page, 'listRecords.success');
    await page.getByRole('button', { name: 'Copy the curl command' }).click();
    await page.getByText('Copied').waitFor();
    const reader = await page.context().newPage();
    await page.context().grantPermissions(['clipboard-read'], { origin: browser.origin });
    await reader.goto(browser.origin);
    expect(await reader.evaluate(() => navigator.clipboard.readText())).toContain(
      `'http://${INSECURE_HOST}:${port}/api/v1/acme-corp/sales/Customer?page=0&size=2'`,
    );
  });
});
