import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

import { expect, it } from '@jest/globals';

import { startServer } from '../../src/server/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { launchChromium } from '../launch-chromium.ts';
import { runCommand } from '../run-command.ts';

it('a HAR file of Chromium is judged: its failures are recognized, and honest traffic raises nothing', async () => {
  const page = createServer((_request, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
  await once(page, 'listening');
  const address = page.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const server = await startServer({ definition: demoDefinition, port: 0, cors: [origin], log: () => undefined });
  const browser = await launchChromium();
  const folder = mkdtempSync(join(tmpdir(), 'honest-traffic-'));
  try {
    const context = await browser.newContext({ recordHar: { path: join(folder, 'traffic.har'), content: 'embed' } });
    const tab = await context.newPage();
    await tab.goto(origin);
    await tab.evaluate(
      async ({ url, key }) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        // A HAR file has only the bodies that were read.
        const send = async (path: string, init: RequestInit = {}) =>
          (await fetch(url + path, { headers, ...init })).text();
        const body = JSON.stringify({ name: 'Zoë', email: 'zoe@example.com' });
        await send('/Customer', { method: 'POST', body });
        await send('/Customer', { method: 'POST', body });
        await send('/Customer', { method: 'POST', body: '{}' });
        await send('/Customer?size=2');
        await send('/Customer/99999', { method: 'DELETE' });
        await send('/Custoer');
        await send('/Customer', { headers: {} });
      },
      { url: `${server.url}/acme-corp/sales`, key: 'sk_live_demo_read_write' },
    );
    await context.close();
    const { code, stdout } = await runCommand(['judge', 'traffic.har', '--fail-on', 'note'], { folder });
    expect(stdout).toMatch(/\n5 of 71 failures judged\nPASSED {2}7 of \d+ exchanges judged, 0 findings, 0 notes\n$/);
    expect(code).toBe(0);
  } finally {
    await browser.close();
    await server.close();
    page.close();
    rmSync(folder, { recursive: true });
  }
});
