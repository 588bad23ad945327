import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Documented } from './documented-commands.ts';
import { runDocumented } from './documented-commands.ts';
import { killServedProcesses, serveOwnInProcess } from './served-process.ts';

const page = readFileSync(new URL('../docs/admin.md', import.meta.url), 'utf8');

/** The output that the page shows. */
const printed = [...page.matchAll(/^```text\n([^]*?)^```/gm)].map(([, text = '']) => text);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-docs-'));
});
afterAll(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

describe('docs/admin.md', () => {
  it('shows commands that work in their order, and their output', async () => {
    const ran = await runDocumented(folder);
    const outputOf = (...beginning: readonly string[]): string =>
      ran.find(({ words }) => beginning.every((word, index) => words[index] === word))?.stdout ?? '';
    const [list, mode] = printed;
    // The timestamps depend on when the test runs, and keys are random.
    const steady = (text = ''): string =>
      text
        .replaceAll(/2\d{3}-[\d-]+T[\d:.]+Z/g, 'WHEN')
        .replaceAll(/sk_live_[0-9a-f]{4}/g, 'KEY')
        .replaceAll(/ {2,}/g, '  ');
    expect(steady(outputOf('key', 'list'))).toBe(steady(list));
    expect(outputOf('mode')).toBe(mode);
    await expectKeys(ran);
  }, 180_000);

  /** Asserts that the rotated and the revoked key are rejected, and that the new key and the script's key are accepted. */
  async function expectKeys(ran: readonly Documented[]): Promise<void> {
    const server = await serveOwnInProcess(['--data', join(folder, 'shop.db')]);
    const [, url = ''] = /^curl .* http:\/\/127\.0\.0\.1:4000\/api\/v1(\S+)$/m.exec(page) ?? [];
    const keys = ran.map(({ stdout }) => stdout.trim()).filter((text) => /^sk_live_\w+$/.test(text));
    const statuses = keys.map(async (key) => {
      const response = await fetch(server.url + url, { headers: { authorization: `Bearer ${key}` } });
      return response.status;
    });
    // The first key, the read-only key, the rotated key, and the key a script created.
    expect(await Promise.all(statuses)).toEqual([401, 401, 200, 200]);
    expect(await server.end('SIGTERM')).toBe(0);
  }
});
