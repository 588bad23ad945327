import type { Page, Response } from 'playwright-core';

import { contract, isOperationId, readEnvelope, scenarioOf } from '../../src/contract/index.ts';

/** Presses a cell or one of its ways, and waits until the page shows the response. */
export async function press(page: Page, name: string): Promise<Response> {
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

/** What the page shows after a button was pressed. */
interface Shown {
  readonly name: string;
  readonly title: string;
  readonly verdict: string;
  /** The text of the response. `undefined` if the page shows no response. */
  readonly response: string | undefined;
  /** The names of all ways of the cell. */
  readonly ways: readonly string[];
  /** Something else covers the button, so that no mouse can press it. */
  readonly isCovered: boolean;
}

/** Presses every cell of an operation and each of its ways. Returns what was wrong, and the names of all ways. */
export async function pressAll(
  page: Page,
  place: string,
): Promise<{ readonly wrong: readonly string[]; readonly offered: readonly string[] }> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/v1/')) responses.push(response);
  });
  const all = await page.evaluate(pressInPage, `#board [data-choice^="${place}."]`);
  const judged = await Promise.all(all.map(async (shown, index) => complaintAbout(shown, responses[index])));
  return {
    wrong: [
      ...judged.flatMap((complaint) => complaint ?? []),
      ...(responses.length === all.length ? [] : [`${all.length} presses, ${responses.length} responses`]),
    ],
    offered: [...new Set(all.flatMap(({ ways }) => ways))],
  };
}

async function complaintAbout(shown: Shown, response: Response | undefined): Promise<string | undefined> {
  const { name, title, verdict, isCovered } = shown;
  if (response === undefined) return `${name}: no response`;
  const [found, { 'x-request-id': id = '' }] = await Promise.all([
    scenarioFound(name, response),
    response.allHeaders(),
  ]);
  const [place = '', scenario = ''] = name.split('.');
  const isRight =
    found === scenario &&
    title === `${place} ${scenario}` &&
    verdict.startsWith(`✓ as documented ${response.status()} in `) &&
    shown.response?.includes(id) === true &&
    !isCovered;
  return isRight ? undefined : `${name}: ${found}, shown as ${title}: ${verdict}${isCovered ? ', and covered' : ''}`;
}

/** Runs in the page, because hundreds of presses by Playwright take minutes: presses every cell and each of its ways. */
async function pressInPage(cells: string): Promise<readonly Shown[]> {
  const exchange = document.querySelector('#exchange');
  const textOf = (selector: string): string | undefined =>
    document.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ');
  const waysOf = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.ways button')];
  const all: Shown[] = [];
  const pressOne = async (button: HTMLElement): Promise<void> => {
    button.scrollIntoView({ behavior: 'instant', block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    const isCovered = document.elementFromPoint(left + width / 2, top + height / 2) !== button;
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      if (exchange !== null) observer.observe(exchange, { childList: true });
    });
    button.click();
    await changed;
    const nameOf = (each: HTMLElement): string => each.dataset.choice ?? '';
    all.push({
      name: nameOf(button),
      title: textOf('#chosen') ?? '',
      verdict: textOf('#verdict') ?? '',
      response: textOf('pre.response'),
      ways: waysOf().map(nameOf),
      isCovered,
    });
  };
  for (const cell of document.querySelectorAll<HTMLElement>(cells)) {
    await pressOne(cell);
    // Pressing the cell already sent the first way. Each press replaces the buttons of the ways.
    for (let index = 1; index < waysOf().length; index += 1) {
      const way = waysOf()[index];
      if (way !== undefined) await pressOne(way);
    }
  }
  return all;
}

/** Returns the scenario of a response, determined only from the contract. */
async function scenarioFound(name: string, response: Response): Promise<string> {
  const [place = ''] = name.split('.');
  if (response.ok()) return 'success';
  const { code, message } = readEnvelope(await response.json()) ?? {};
  const isOutside =
    response.status() === contract.scenarios.routeNotFound.status && code === contract.scenarios.routeNotFound.code;
  if (!isOperationId(place)) return isOutside ? 'routeNotFound' : 'another';
  const scenario = scenarioOf(place, code, message);
  return scenario !== undefined && contract.scenarios[scenario].status === response.status()
    ? scenario
    : `${response.status()} ${String(code)}`;
}

/** Runs in the page: returns the choices of the buttons. */
export function readChoices(buttons: readonly Element[]): readonly string[] {
  return buttons.map((button) => button.getAttribute('data-choice') ?? '');
}
