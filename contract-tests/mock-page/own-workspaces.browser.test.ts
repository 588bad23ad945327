import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import helpdesk from '../fixtures/helpdesk.json' with { type: 'json' };
import { textsOfLittleContrast } from '../texts-of-little-contrast.ts';
import type { MockInBrowser } from './open-mock-page.ts';
import { startMockInBrowser } from './open-mock-page.ts';
import { press, pressAll, readChoices } from './press.ts';
import { showReference } from './show-reference.ts';

let browser: MockInBrowser;
beforeAll(async () => {
  browser = await startMockInBrowser({ definition: helpdesk });
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

describe('the page of your own workspaces', () => {
  it('has a board for each entity, whose buttons all get their response', async () => {
    const { page, complaints } = await browser.open();
    for (const entity of ['Agent', 'Ticket']) {
      await page.locator('#place').selectOption(`helpdesk/${entity}`);
      await page.waitForURL(new RegExp(`of=helpdesk(%2F|/)${entity}$`));
      await page.locator('#board [tabindex="0"]').waitFor();
      for (const place of ['createRecord', 'updateRecord', 'deleteRecord'])
        expect((await pressAll(page, place)).wrong).toEqual([]);
      const cells = await page.locator('#board button').evaluateAll(readChoices);
      expect(cells.includes('createRecord.uniqueConstraintViolation')).toBe(entity === 'Agent');
      expect(cells.includes('createRecord.foreignKeyViolation')).toBe(entity === 'Ticket');
    }
    expect(complaints).toEqual([]);
  });

  it('lists the triggers of the entity, and its reference has the contract of the workspace', async () => {
    const { page } = await browser.open({}, `${browser.origin}/?of=helpdesk/Agent`);
    const triggers = await page.locator('#triggers').innerText();
    expect(triggers).toContain('the value "taken@example.com" in email');
    expect(triggers).not.toContain('Customer');
    const frame = await showReference(page);
    await frame.getByText('Create a record of Ticket').first().waitFor();
    expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
  });

  it('delays and breaks responses at the push of a button', async () => {
    const { page } = await browser.open();
    for (const fault of ['reset', 'truncate', 'html']) {
      await page.locator(`input[name="fault"][value="${fault}"]`).click();
      await page.locator('[data-choice="listRecords.success"]').click();
      await page.getByText('✓ broken on purpose').waitFor();
      await page.locator('input[name="fault"][value=""]').click();
      await press(page, 'listRecords.success');
    }
    await page.locator('input[name="delay"][value="300"]').click();
    await press(page, 'getRecord.success');
    const [, milliseconds] = /200 in (\d+) ms/.exec(await page.getByRole('status').innerText()) ?? [];
    expect(Number(milliseconds)).toBeGreaterThanOrEqual(300);
  });
});
