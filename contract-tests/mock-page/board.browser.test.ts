import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { OperationKey } from '../../src/contract/index.ts';
import { contract } from '../../src/contract/index.ts';
import { mockTarget } from '../../src/mock/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../../src/plan/index.ts';
import type { MockInBrowser } from './open-mock-page.ts';
import { startMockInBrowser } from './open-mock-page.ts';
import { press, pressAll, readChoices } from './press.ts';

/** The suffix of the ways that request a response by name. */
const BY_NAME = /\.prefer(-\w+)?$/;

let browser: MockInBrowser;
beforeAll(async () => {
  browser = await startMockInBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

describe('the scenario board', () => {
  it('has exactly one button for each cell of the plan', async () => {
    const { page } = await browser.open();
    const cells = await page.locator('#board button').evaluateAll(readChoices);
    expect(cells.toSorted()).toEqual([...new Set(plannedCases().map(cellOf))].toSorted());
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('returns the scenario of every button and reports it', async () => {
    const { page, complaints, requests } = await browser.open();
    const all: string[] = [];
    for (const place of contract.operationKeys) {
      const cells = await page.locator(`#board [data-choice^="${place}."]`).evaluateAll(readChoices);
      const { wrong, offered } = await pressAll(page, place);
      expect(wrong).toEqual([]);
      expect(offered.filter((name) => !BY_NAME.test(name))).toEqual(variantsOf(place));
      expect(new Set(offered.filter((name) => BY_NAME.test(name)).map((name) => name.replace(BY_NAME, '')))).toEqual(
        new Set(place === 'outsideOperations' ? [] : cells),
      );
      all.push(...cells);
      // A button reports only its own response.
      const reported = await page.locator('#board [data-verdict=good]').evaluateAll(readChoices);
      expect(reported.toSorted()).toEqual(all.toSorted());
    }
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${browser.origin}/`))).toEqual([]);
  });

  it('shows the request, the response and how to repeat the request', async () => {
    const { page } = await browser.open();
    await press(page, 'updateRecord.uniqueConstraintViolation');
    const result = page.locator('#result');
    const shown = (await result.innerText()).replace(/\s+/g, ' ');
    for (const part of [
      'updateRecord uniqueConstraintViolation',
      `PUT ${browser.mock.url}/acme-corp/sales/Customer/1`,
      'authorization: Bearer sk_test_read_write',
      '{ "email": "taken@example.com" }',
      '409 Conflict',
      '"code": "UNIQUE_CONSTRAINT_VIOLATION"',
      'curl -i -X PUT',
      'value taken@example.com, in a unique column; any value with the word taken works',
      'Prefer: code=409, example=uniqueConstraintViolation',
    ]) {
      expect(shown).toContain(part);
    }
    expect(await page.getByRole('status').innerText()).toMatch(
      /uniqueConstraintViolation\s+✓ as documented 409 in \d+ ms/,
    );
    expect(await page.locator('#board [aria-current]').getAttribute('aria-label')).toBe(
      'updateRecord uniqueConstraintViolation: 409, response as documented',
    );
  });

  it('shows how a response differs from the documented one', async () => {
    const { page } = await browser.open();
    const json = { error: { code: 'INTERNAL_ERROR', message: 'Something went wrong' } };
    await page.route('**/Customer/404', (route) => route.fulfill({ status: 500, json }));
    await page.locator('[data-choice="getRecord.recordNotFound"]').click();
    await verdict(page, '✗ not as documented').waitFor();
    expect(await page.locator('.complaint').allInnerTexts()).toEqual([
      'the status is 500, not 404',
      'the code is INTERNAL_ERROR, not NOT_FOUND',
      'the message is Something went wrong, not Record not found: 404',
      'the scenario is internalError, not recordNotFound',
    ]);
    expect(await page.locator('#board [data-verdict=bad]').evaluateAll(readChoices)).toEqual([
      'getRecord.recordNotFound',
    ]);
  });

  it('reports when there is no response', async () => {
    const { page } = await browser.open();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.locator('[data-choice="listRecords.success"]').click();
    await page.getByText('No response. Is the mock still running?').waitFor();
    expect(await page.getByText('curl -i -X GET').isVisible()).toBe(true);
  });

  it('keeps the choice in the URL, so it can be shared', async () => {
    const { page } = await browser.open();
    await press(page, 'createRecord.validationError.severalAtOnce');
    const address = page.url();
    expect(address).toBe(`${browser.origin}/#createRecord.validationError.severalAtOnce`);
    const { page: another } = await browser.open({}, address);
    await verdict(another, '✓ as documented').waitFor();
    expect(await another.locator('.ways [aria-pressed=true]').innerText()).toBe('severalAtOnce');
    await another.evaluate(() => (location.hash = '#getRecord.success'));
    await another.getByRole('heading', { name: 'getRecord success' }).waitFor();
  });

  it('can be used with only the keyboard', async () => {
    const { page } = await browser.open();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-choice') ?? '');
    const keys = async (...names: readonly string[]) => {
      for (const name of names) await page.keyboard.press(name);
      return focused();
    };
    for (let tabs = 0; tabs < 10 && (await focused()) === ''; tabs += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('listRecords.success');
    expect(await keys('ArrowRight', 'ArrowDown', 'ArrowDown')).toBe('createRecord.foreignKeyViolation');
    expect(await keys('ArrowRight')).toBe('updateRecord.foreignKeyViolation');
    expect(await keys('Home')).toBe('createRecord.foreignKeyViolation');
    expect(await keys('ArrowDown')).toBe('createRecord.invalidApiKey');
    expect(await keys('End')).toBe('bulkDeleteRecords.invalidApiKey');
    await page.keyboard.press('Enter');
    await verdict(page, '✓ as documented').waitFor();
    expect(await focused()).toBe('bulkDeleteRecords.invalidApiKey');
    expect(await keys('Tab')).toBe('bulkDeleteRecords.invalidApiKey.missing');
    expect(await keys('Tab')).toBe('bulkDeleteRecords.invalidApiKey.incorrect');
    await page.keyboard.press('Space');
    await page.locator('.ways [data-choice$=".incorrect"][aria-pressed=true]').waitFor();
    expect(await focused()).toBe('bulkDeleteRecords.invalidApiKey.incorrect');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.press('Shift+Tab');
    expect(await keys('Shift+Tab')).toBe('bulkDeleteRecords.invalidApiKey');
  });

  it('keeps the focus in the panel when a late response replaces its buttons', async () => {
    const { page } = await browser.open();
    await press(page, 'getRecord.invalidApiKey');
    const focusedAfter = async (pressed: string, focused: string) => {
      const { promise: moved, resolve: answer } = Promise.withResolvers<void>();
      await page.route('**/api/v1/**', (route) => moved.then(() => route.continue()), { times: 1 });
      const sent = page.waitForRequest('**/api/v1/**');
      await page.locator(pressed).press('Enter');
      await sent;
      await page.locator(focused).focus();
      const content = await page.locator('#exchange .ways').elementHandle();
      answer();
      await content?.waitForElementState('hidden');
      return page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
    };
    const missing = '.ways [data-choice="getRecord.invalidApiKey.missing"]';
    const incorrect = '.ways [data-choice="getRecord.invalidApiKey.incorrect"]';
    const copy = '[aria-label="Copy the curl command"]';
    expect(await focusedAfter(incorrect, incorrect)).toBe('incorrect');
    expect(await focusedAfter(incorrect, missing)).toBe('missing');
    expect(await focusedAfter(missing, copy)).toBe('Copy the curl command');
    // The buttons of another cell have other names.
    expect(await focusedAfter('#board [data-choice="updateRecord.validationError"]', missing)).toBe('constraintFailed');
  });
});

/** The hint that the page shows before the first request contains the words of a verdict too. */
function verdict(page: Page, words: string) {
  return page.locator('#verdict').getByText(words);
}

/** Returns the cases of the plan that verifies the mock. */
function plannedCases() {
  const target = parseTarget(mockTarget(browser.mock.url), {});
  return plan(target, fixturesOfStateless(target, '')).cases;
}

/** Returns every variant of an operation, cell by cell, in the order of the board. */
function variantsOf(place: OperationKey): readonly string[] {
  const rows: readonly string[] = [
    'success',
    ...contract.scenarioNames.toSorted(
      (one, other) => contract.scenarios[one].status - contract.scenarios[other].status,
    ),
  ];
  return plannedCases()
    .filter(({ operationId }) => operationId === place)
    .toSorted((one, other) => rows.indexOf(one.scenario) - rows.indexOf(other.scenario))
    .map((each) => `${cellOf(each)}.${each.variant}`);
}

function cellOf({ operationId, scenario }: { readonly operationId: string; readonly scenario: string }): string {
  return `${operationId}.${scenario}`;
}
