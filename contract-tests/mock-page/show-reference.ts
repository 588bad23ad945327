import type { FrameLocator, Page } from 'playwright-core';

/** Scrolls to the reference and waits until it has loaded. */
export async function showReference(page: Page): Promise<FrameLocator> {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const reference = page.frameLocator('iframe');
  await reference.getByRole('heading', { name: 'Workspace API' }).waitFor();
  return reference;
}
