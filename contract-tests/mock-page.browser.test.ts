import { exec } from 'node:child_process';
import { promisify } from 'node:util';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';

import type { Place } from '../src/contract/index.ts';
import { isOperationId, places, readEnvelope, scenarioNames, scenarioOf, scenarios } from '../src/contract/index.ts';
import type { Mock } from '../src/mock/index.ts';
import { mockTarget, startMock } from '../src/mock/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../src/plan/index.ts';
import { launchChromium } from './launch-chromium.ts';
import { textsOfLittleContrast } from './texts-of-little-contrast.ts';

/** A name that only this browser knows, and of which it does not believe that it is this machine: its pages are not secure. */
const INSECURE_HOST = 'mock.test';

/** What a browser says of every failure that it is answered, and here failures are what is asked for. */
const FAILURE_ASKED_FOR = /^Failed to load resource: the server responded with a status of [45]\d\d /;

/** How the name of a way ends that asks for an answer by its name. */
const BY_NAME = /\.prefer(-\w+)?$/;

const screens = ['phone', 'desktop'].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `a ${width}, ${colorScheme}`,
    options: { colorScheme, viewport: width === 'phone' ? { width: 360, height: 740 } : { width: 1280, height: 900 } },
  })),
);

let mock: Mock;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  ({ origin } = new URL(mock.url));
  browser = await launchChromium(`--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await mock.close();
});

describe.each(screens)('the page of the mock on $name', ({ options }) => {
  it('loads without a complaint, and nothing from elsewhere, the reference with it', async () => {
    const { page, complaints, requests } = await open(options);
    await showReference(page);
    await press(page, 'createRecord.validationError');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(requests.some((url) => /reference-[0-9a-f]+\.js$/.test(url))).toBe(true);
  });

  it('is no wider than the screen, before and after a choice', async () => {
    const { page } = await open(options);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const atRest = await overflow();
    await press(page, 'bulkDeleteRecords.badRequest.oversizedBatch');
    expect([atRest, await overflow()]).toEqual([0, 0]);
  });

  it('has enough contrast everywhere, and its own colours by day and by night', async () => {
    const { page } = await open(options);
    expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
    await page.route('**/Customer/404', (route) => route.fulfill({ status: 500, json: {} }));
    await press(page, 'listRecords.success');
    expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
    await press(page, 'getRecord.recordNotFound');
    expect(await page.evaluate(textsOfLittleContrast)).toEqual([]);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(options.colorScheme === 'dark' ? 'rgb(19, 22, 24)' : 'rgb(251, 251, 250)');
  });

  it('brings the answer into sight', async () => {
    const { page } = await open(options);
    await press(page, 'getRecord.success');
    await page.waitForFunction(() => {
      const box = document.querySelector('#verdict')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
  });
});

describe('the scenario board', () => {
  it('has one button for each cell of the plan, and no other', async () => {
    const { page } = await open();
    const cells = await page.locator('#board button').evaluateAll(readChoices);
    expect(cells.toSorted()).toEqual([...new Set(plannedCases().map(cellOf))].toSorted());
    expect(new Set(cells).size).toBe(cells.length);
  });

  it.each(places)('answers every button of %s with its scenario, and says so', async (place) => {
    const { page, complaints, requests } = await open();
    const cells = await page.locator(`#board [data-choice^="${place}."]`).evaluateAll(readChoices);
    const offered: string[] = [];
    const wrong: string[] = [];
    for (const cell of cells) {
      wrong.push(...(await pressAndJudge(page, cell)));
      const ways = await page.locator('.ways button').evaluateAll(readChoices);
      // The cell itself has sent the first.
      for (const way of ways.slice(1)) wrong.push(...(await pressAndJudge(page, way)));
      offered.push(...ways);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(offered.filter((name) => !BY_NAME.test(name))).toEqual(variantsOf(place));
    expect(new Set(offered.filter((name) => BY_NAME.test(name)).map((name) => name.replace(BY_NAME, '')))).toEqual(
      new Set(place === 'outsideOperations' ? [] : cells),
    );
    expect(await page.locator('#board [data-verdict=good]').evaluateAll(readChoices)).toEqual(cells);
  });

  it('shows the request, the answer and how to get it again', async () => {
    const { page } = await open();
    await press(page, 'updateRecord.uniqueConstraintViolation');
    const result = page.locator('#result');
    const shown = (await result.innerText()).replace(/\s+/g, ' ');
    for (const part of [
      'updateRecord uniqueConstraintViolation',
      `PUT ${mock.url}/acme-corp/sales/Customer/1`,
      'authorization: Bearer sk_test_read_write',
      '{ "email": "taken@example.com" }',
      '409 Conflict',
      '"code": "UNIQUE_CONSTRAINT_VIOLATION"',
      'curl -i -X PUT',
      'value taken@example.com, the word taken in any unique column',
      'Prefer: code=409, example=uniqueConstraintViolation',
    ]) {
      expect(shown).toContain(part);
    }
    expect(await page.getByRole('status').innerText()).toMatch(
      /uniqueConstraintViolation\s+✓ as documented 409 in \d+ ms/,
    );
    expect(await page.locator('#board [aria-current]').getAttribute('aria-label')).toBe(
      'updateRecord uniqueConstraintViolation: 409, answered as documented',
    );
  });

  it('says in what an answer is not the documented one', async () => {
    const { page } = await open();
    const json = { error: { code: 'INTERNAL_ERROR', message: 'Something went wrong' } };
    await page.route('**/Customer/404', (route) => route.fulfill({ status: 500, json }));
    await page.locator('[data-choice="getRecord.recordNotFound"]').click();
    await page.getByText('✗ not as documented').waitFor();
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

  it('says when nobody answers', async () => {
    const { page } = await open();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.locator('[data-choice="listRecords.success"]').click();
    await page.getByText('nobody answered; does the mock still run?').waitFor();
    expect(await page.getByText('curl -i -X GET').isVisible()).toBe(true);
  });

  it('keeps the choice in the address, so that it can be shared', async () => {
    const { page } = await open();
    await press(page, 'createRecord.validationError.severalAtOnce');
    const address = page.url();
    expect(address).toBe(`${origin}/#createRecord.validationError.severalAtOnce`);
    const { page: another } = await open({}, address);
    await another.getByText('✓ as documented').waitFor();
    expect(await another.locator('.ways [aria-pressed=true]').innerText()).toBe('severalAtOnce');
    await another.evaluate(() => (location.hash = '#getRecord.success'));
    await another.getByRole('heading', { name: 'getRecord success' }).waitFor();
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await open();
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
    await page.getByText('✓ as documented').waitFor();
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
});

describe('the curl line', () => {
  it.each([
    'createRecord.validationError',
    'deleteRecord.success',
    'listRecords.badRequest.malformedPath',
    'bulkUpdateRecords.readOnlyKey',
    'getRecord.expiredApiKey.prefer',
  ])('of %s is copied, and has the same status for an answer', async (name) => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const response = await press(page, name);
    await page.getByRole('button', { name: 'Copy the curl line' }).click();
    await page.getByText('Copied').waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    const { stdout } = await promisify(exec)(line);
    expect(stdout).toMatch(new RegExp(`^HTTP/1.1 ${response.status()} `));
  });

  it('is copied where a browser gives a page no clipboard', async () => {
    const { port } = new URL(origin);
    const { page } = await open({}, `http://${INSECURE_HOST}:${port}/`);
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false);
    await press(page, 'listRecords.success');
    await page.getByRole('button', { name: 'Copy the curl line' }).click();
    await page.getByText('Copied').waitFor();
    const reader = await page.context().newPage();
    await page.context().grantPermissions(['clipboard-read'], { origin });
    await reader.goto(origin);
    expect(await reader.evaluate(() => navigator.clipboard.readText())).toContain(
      `'http://${INSECURE_HOST}:${port}/api/v1/acme-corp/sales/Customer?page=0&size=2'`,
    );
  });
});

describe('the reference', () => {
  it('is loaded when a reader comes near, so that the board is there first', async () => {
    const { page, requests } = await open();
    await press(page, 'listRecords.success');
    expect(requests.filter((url) => url.includes('/_page/reference'))).toEqual([]);
    await showReference(page);
    expect(requests.filter((url) => url.includes('/_page/reference'))).not.toEqual([]);
  });

  it('sends a request to the mock, with a key and an entity filled in, and shows what comes', async () => {
    const { page, complaints } = await open();
    const reference = await showReference(page);
    await reference.getByRole('link', { name: 'List the records of an entity' }).first().click();
    await reference.getByRole('button', { name: 'Test Request (get /{entityName})' }).click();
    const response = page.waitForResponse((each) => each.url().startsWith(mock.url));
    await reference.getByRole('button', { name: /^Send get request to / }).click();
    expect((await response).url()).toMatch(`${mock.url}/acme-corp/sales/Customer?`);
    expect((await response).request().headers().authorization).toBe('Bearer sk_test_read_write');
    expect((await response).status()).toBe(200);
    await reference.getByText('200 OK').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is kept by the browser, and is not loaded again', async () => {
    const { page } = await open();
    await showReference(page);
    expect(await bytesOfBundle(page)).toBeGreaterThan(1_000_000);
    await page.reload();
    await showReference(page);
    expect(await bytesOfBundle(page)).toBe(0);
  });

  it('is no wider than a phone', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
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
  it('are kept from calling anybody but the mock', async () => {
    const { page } = await open();
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
        `http://localhost:${new URL(origin).port}/`,
      );
      expect(refused).toBe('connect-src');
    }
    expect(page.frames().length).toBe(2);
  });
});

/** The cases of the plan that verifies the mock. */
function plannedCases() {
  const target = parseTarget(mockTarget(mock.url), {});
  return plan(target, fixturesOfStateless(target, '')).cases;
}

/** Every variant of a place, in the order of the board: cell by cell. */
function variantsOf(place: Place): readonly string[] {
  const rows: readonly string[] = [
    'success',
    ...scenarioNames.toSorted((one, other) => scenarios[one].status - scenarios[other].status),
  ];
  return plannedCases()
    .filter(({ operationId }) => operationId === place)
    .toSorted((one, other) => rows.indexOf(one.scenario) - rows.indexOf(other.scenario))
    .map((each) => `${cellOf(each)}.${each.variant}`);
}

function cellOf({ operationId, scenario }: { readonly operationId: string; readonly scenario: string }): string {
  return `${operationId}.${scenario}`;
}

/** Opens the page in a browser of its own, and notes what it complains of and asks for. */
async function open(
  options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } },
  address = `${origin}/`,
): Promise<{ page: Page; complaints: readonly string[]; requests: readonly string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (FAILURE_ASKED_FOR.test(message.text()) && url.startsWith(mock.url)) return;
    if (message.type() !== 'info') complaints.push(`${message.text()} ${url}`);
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.locator('#board [tabindex="0"]').waitFor();
  return { page, complaints, requests };
}

/** Presses a cell, or one of its ways, and waits until the page shows the answer. */
async function press(page: Page, name: string): Promise<Response> {
  const [place, scenario, way] = name.split('.');
  const cell = page.locator(`#board [data-choice="${place}.${scenario}"]`);
  const pressed = page.locator(`.ways [data-choice="${name}"]`);
  if (way !== undefined && !(await pressed.isVisible())) await press(page, `${place}.${scenario}`);
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/'));
  await (way === undefined ? cell : pressed).click();
  const response = await answered;
  const id = (await response.allHeaders())['x-request-id'];
  await page.locator('pre.response', id === undefined ? {} : { hasText: id }).waitFor();
  return response;
}

/** @returns what is wrong with the answer or with what the page says of it */
async function pressAndJudge(page: Page, name: string): Promise<readonly string[]> {
  const response = await press(page, name);
  const found = await scenarioFound(name, response);
  const verdict = await page.locator('#verdict').innerText();
  const title = await page.locator('#chosen').innerText();
  const [place = '', scenario = ''] = name.split('.');
  const isRight =
    found === scenario &&
    title === `${place} ${scenario}` &&
    verdict.startsWith(`✓ as documented ${response.status()} in `);
  return isRight ? [] : [`${name}: ${found}, shown as ${title}: ${verdict}`];
}

/** Which scenario an answer is, by the contract alone. */
async function scenarioFound(name: string, response: Response): Promise<string> {
  const [place = ''] = name.split('.');
  if (response.ok()) return 'success';
  const { code, message } = readEnvelope(await response.json()) ?? {};
  const isOutside = response.status() === scenarios.routeNotFound.status && code === scenarios.routeNotFound.code;
  if (!isOperationId(place)) return isOutside ? 'routeNotFound' : 'another';
  const scenario = scenarioOf(place, code, message);
  return scenario !== undefined && scenarios[scenario].status === response.status()
    ? scenario
    : `${response.status()} ${String(code)}`;
}

/** Scrolls to the reference and waits until it is there. */
async function showReference(page: Page) {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const reference = page.frameLocator('iframe');
  await reference.getByRole('heading', { name: 'Workspace API' }).waitFor();
  return reference;
}

/** How many bytes of the reference's bundle came over the wire. */
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

/** Runs in the page. */
function readChoices(buttons: readonly Element[]): readonly string[] {
  return buttons.map((button) => button.getAttribute('data-choice') ?? '');
}
