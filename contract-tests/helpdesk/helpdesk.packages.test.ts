import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';

import { runIn } from '../packages/run-in.ts';
import type { Helpdesk } from './start-helpdesk.ts';
import { startHelpdesk } from './start-helpdesk.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let helpdesk: Helpdesk | undefined;
const running = (): Helpdesk => {
  if (!helpdesk) throw new Error('The example has not started');
  return helpdesk;
};

beforeAll(async () => {
  helpdesk = await startHelpdesk();
}, 300_000);
afterEach(async () => {
  for (const context of helpdesk?.browser.contexts() ?? []) await context.close();
});
afterAll(() => helpdesk?.close());

describe('the code of examples/helpdesk', () => {
  it('compiles with types that are up to date, and stops compiling without one of its failures', async () => {
    const { where } = running();
    const { place } = where;
    const explain = await readFile(join(place, 'src/failures/explain.ts'), 'utf8');
    const codes = [...explain.matchAll(/^ {4}case '([A-Z_]+)':/gm)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(10);
    await mkdir(join(place, 'forgetful'));
    for (const code of codes) {
      const forgetful = explain.replace(
        new RegExp(`^ {4}case '${code}':\n(?:(?! {4}(?:case|default)\\b).*\n)*`, 'm'),
        '',
      );
      await writeFile(join(place, 'forgetful', `${code}.ts`), forgetful);
    }
    await writeFile(
      join(place, 'forgetful/tsconfig.json'),
      JSON.stringify({ extends: '../tsconfig.json', include: ['.'] }),
    );
    const [checked, compiled] = await Promise.all([
      runIn(where, 'npm run --silent check'),
      runIn(where, 'tsc -p forgetful'),
    ]);
    expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
    const complaints = [
      ...compiled.stdout.matchAll(/^forgetful\/(\w+)\.ts.*does not satisfy the expected type 'never'/gm),
    ];
    expect(complaints.map(([, code]) => code).toSorted()).toEqual(codes.toSorted());
  });
});

describe.each([
  { api: 'the mock', script: 'mock', remembers: false },
  { api: 'serve --dev', script: 'fake', remembers: true },
] as const)('examples/helpdesk with $api', ({ script, remembers }) => {
  it('lists tickets with their agents, and filters, sorts and pages them', async () => {
    const { page, complaints } = await open('#/');
    await shows(page, ['HD-1001', 'HD-1002', 'HD-1005', 'HD-1003', 'HD-1007']);
    expect(await page.getByRole('row', { name: 'HD-1001' }).innerText()).toMatch(/Ada Lovelace/);
    await page.getByRole('button', { name: 'Next' }).click();
    await shows(page, ['HD-1004', 'HD-1006']);
    await page.getByLabel('Search').fill('printer');
    await shows(page, ['HD-1001', 'HD-1003']);
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Status').selectOption('waiting');
    await page.getByLabel('Order').selectOption('Newest first');
    await shows(page, ['HD-1006', 'HD-1002']);
    expect(complaints).toEqual([]);
  });

  it(`creates a ticket, ${remembers ? 'and remembers it' : 'but does not remember it'}`, async () => {
    const { page } = await open('#/');
    await page.getByRole('link', { name: 'New ticket' }).click();
    await fill(page, { Number: 'HD-2001', Title: 'A duck in the server room', Priority: '1', Due: '2026-12-24' });
    await page.getByLabel('Agent').selectOption('Grace Hopper');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('HD-2001 was created.').waitFor();
    await page.getByLabel('Search').fill('duck');
    if (!remembers) return void (await page.getByText('No ticket matches.').waitFor());
    await shows(page, ['HD-2001']);

    await page.getByRole('link', { name: 'HD-2001' }).click();
    await page.getByRole('heading', { name: 'Ticket HD-2001' }).waitFor();
    expect(await page.getByLabel('Agent').locator('option:checked').innerText()).toBe('Grace Hopper');
    await fill(page, { Title: 'Two ducks in the server room' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('HD-2001 was saved.').waitFor();
    await page.getByText('Two ducks in the server room').waitFor();

    await page.getByRole('link', { name: 'HD-2001' }).click();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('HD-2001 was deleted.').waitFor();
    await page.getByLabel('Search').fill('duck');
    await page.getByText('No ticket matches.').waitFor();
  });

  it('shows what the server says about a value next to its field, and focuses the first', async () => {
    const { page } = await open('#/new');
    await fill(page, { Number: '12', Title: ' ', Priority: '9' });
    await page.getByRole('button', { name: 'Save' }).click();
    await fails(page, 'Some values are not valid');
    expect(await description(page, 'Number')).toMatch(/must be HD- and four digits/);
    expect(await description(page, 'Title')).toBe('must say what is wrong');
    expect(await description(page, 'Priority')).toMatch(/must be a number from 1 to 5/);
    expect(await description(page, 'Status')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('number');
    expect(await violations(page)).toEqual([]);

    await fill(page, { Number: 'HD-1001', Title: 'No light', Priority: '2' });
    await page.getByRole('button', { name: 'Save' }).click();
    await fails(page, 'Another record has this value');
    expect(await description(page, 'Number')).toMatch(/A record with number 'HD-1001' already exists/);
    expect(await description(page, 'Title')).toBe('');

    await fill(page, { Number: 'HD-2002', 'Duplicate of': '999' });
    await page.getByRole('button', { name: 'Save' }).click();
    await fails(page, 'A record that you refer to does not exist');
    expect(await description(page, 'Duplicate of')).toMatch(
      /Referenced duplicate_of_id '999' does not exist in tickets/,
    );
    expect(await page.getByLabel('Title').inputValue()).toBe('No light');
  });

  it('says which records to delete before a ticket', async () => {
    const { page } = await open('#/1');
    await page.getByText('The fire brigade is on its way.').waitFor();
    // The mock stores no records that could refer to this one.
    if (!remembers) await choose(page, { Failure: 'recordReferenced' });
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Delete' }).click();
    await fails(page, 'Other records refer to this one');
    expect(await page.getByRole('alert').innerText()).toMatch(/Before you delete it, delete its (comments|tickets)/);
  });

  it('explains each failure to read, and retries only what can succeed', async () => {
    const failures = [
      { choice: { 'API key': 'sk_test_expired' }, title: 'Your key has expired', requests: 1 },
      { choice: { 'API key': 'sk_test_revoked' }, title: 'Your key is not valid', requests: 1 },
      { choice: { 'API key': 'sk_test_other_workspace' }, title: 'Your key is for another workspace', requests: 1 },
      { choice: { Failure: 'entityNotFound' }, title: 'This page made a mistake', requests: 1 },
      { choice: { Failure: 'internalError' }, title: 'The server failed', requests: 3 },
      { choice: { Network: 'reset' }, title: 'The server cannot be reached', requests: 3 },
      { choice: { Network: 'truncate' }, title: 'The server cannot be reached', requests: 3 },
      { choice: { Network: 'html' }, title: 'The response cannot be read', requests: 3 },
    ];
    const seen = failures.map(async ({ choice, title }) => {
      const { page } = await open('#/');
      await page.getByRole('link', { name: 'HD-1001' }).waitFor();
      const [value = ''] = Object.values(choice);
      const requests: Request[] = [];
      page.on('request', (request) => {
        if (JSON.stringify(request.headers()).includes(value)) requests.push(request);
      });
      // A key is sent with every request.
      await choose(page, 'API key' in choice ? choice : { ...choice, While: 'reading' });
      await fails(page, title);
      // What was read before stays.
      expect(await page.getByRole('link', { name: 'HD-1001' }).isVisible()).toBe(true);
      const made = requests.length;
      const again = page.getByRole('button', { name: 'Try again' });
      expect(await again.isVisible()).toBe(made > 1);
      return { choice, title, requests: made };
    });
    expect(await Promise.all(seen)).toEqual(failures);
    const { page } = await open('#/404');
    await fails(page, 'This record does not exist');
  });

  it('explains each failure to write, never retries it, and keeps what was typed', async () => {
    const { page } = await open('#/new');
    await fill(page, { Number: 'HD-3001', Title: 'The lift plays music' });
    const writes: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && writes.push(request.url())));
    const none = { 'API key': 'sk_test_read_write', Failure: 'none', Network: 'none' };
    const unknown = /We do not know whether your change was made/;
    const failures = [
      { choice: { 'API key': 'sk_test_read_only' }, title: 'You can only read', text: /key that can write/ },
      { choice: { Failure: 'workspaceRestricted' }, title: 'Nothing can be changed right now', text: /read-only/ },
      { choice: { Failure: 'internalError' }, title: 'The server failed', text: /please quote [\w-]{8,}/ },
      { choice: { Network: 'reset' }, title: 'The server cannot be reached', text: unknown },
      { choice: { Network: 'html' }, title: 'The response cannot be read', text: unknown },
    ];
    for (const { choice, title, text } of failures) {
      await choose(page, { ...none, ...choice });
      await page.getByRole('button', { name: 'Save' }).click();
      await fails(page, title);
      expect(await page.getByRole('alert').innerText()).toMatch(text);
    }
    expect(writes).toHaveLength(failures.length);

    await choose(page, { ...none, Network: 'timeout' });
    await page.clock.install();
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Save' }).click();
    await sent;
    await page.clock.runFor(10_000);
    await fails(page, 'The server takes too long');

    await choose(page, none);
    await page.getByRole('button', { name: 'Try again' }).click();
    // A response that was lost does not undo the write, so the server that remembers has the ticket already.
    if (remembers) await fails(page, 'Another record has this value');
    else await page.getByText('HD-3001 was created.').waitFor();
  });

  /** Opens the page in a new browser context. */
  async function open(route: string): Promise<{ page: Page; complaints: readonly string[] }> {
    const page = await running().browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(running().url(script) + route);
    return { page, complaints };
  }
});

/** Waits until the list has these tickets. */
async function shows(page: Page, numbers: readonly string[]): Promise<void> {
  await page.waitForFunction((expected) => {
    const busy = document.querySelector('[aria-busy=true]');
    const shown = [...document.querySelectorAll('tbody th')].map((each) => each.textContent);
    return busy === null && shown.join() === expected;
  }, numbers.join());
}

/** Waits until an alert has this title. */
async function fails(page: Page, title: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: title }).waitFor();
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

/** Chooses a failure to try. */
async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  const panel = page.getByRole('group').filter({ hasText: 'Try a failure' });
  if (!(await panel.getByLabel('Network').isVisible())) await panel.getByText('Try a failure').click();
  for (const [label, value] of Object.entries(choices)) await panel.getByLabel(label).selectOption(value);
}

/** What a screen reader says about a field, besides its label. */
async function description(page: Page, label: string): Promise<string> {
  const id = await page.getByLabel(label, { exact: true }).getAttribute('aria-describedby');
  return page.locator(`[id="${id}"]`).innerText();
}

async function violations(page: Page): Promise<unknown> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(`axe.run({ preload: false, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}
