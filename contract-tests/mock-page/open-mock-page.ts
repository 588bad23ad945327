import type { BrowserContextOptions, Page } from 'playwright-core';

import type { Mock, MockOptions } from '../../src/mock/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { launchChromium } from '../launch-chromium.ts';

/**
 * A host name that only this browser resolves. The browser does not treat it as localhost, so its pages are not secure
 * contexts.
 */
export const INSECURE_HOST = 'mock.test';

/** The console message for failed responses. It is ignored here, because the tests trigger failures on purpose. */
const FAILURE_ON_PURPOSE = /^Failed to load resource: the server responded with a status of [45]\d\d /;

/** The page in its own browser context. */
export interface OpenPage {
  readonly page: Page;
  /** The browser's console messages and uncaught errors. */
  readonly complaints: readonly string[];
  /** The requested URLs. */
  readonly requests: readonly string[];
}

/** A mock and a browser for its page. */
export interface MockInBrowser {
  readonly mock: Mock;
  readonly origin: string;
  readonly open: (options?: BrowserContextOptions, address?: string) => Promise<OpenPage>;
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a mock and a browser. */
export async function startMockInBrowser(shown: Pick<MockOptions, 'definition'> = {}): Promise<MockInBrowser> {
  const mock = await startMock({ port: 0, ...shown });
  const { origin } = new URL(mock.url);
  const browser = await launchChromium(`--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`);
  const open: MockInBrowser['open'] = async (
    options = { viewport: { width: 1280, height: 900 } },
    address = `${origin}/`,
  ) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      const { url } = message.location();
      if (FAILURE_ON_PURPOSE.test(message.text()) && url.startsWith(mock.url)) return;
      if (message.type() !== 'info') complaints.push(`${message.text()} ${url}`);
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    await page.locator('#board [tabindex="0"]').waitFor();
    return { page, complaints, requests };
  };
  return {
    mock,
    origin,
    open,
    closePages: async () => {
      for (const context of browser.contexts()) await context.close();
    },
    close: async () => {
      await browser.close();
      await mock.close();
    },
  };
}
