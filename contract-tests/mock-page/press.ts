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

/** Presses like `press`, and returns what is wrong with the response or with the page's verdict. */
export async function pressAndJudge(page: Page, name: string): Promise<readonly string[]> {
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
