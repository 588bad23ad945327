import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { Browser } from 'playwright-core';

import { launchChromium } from '../launch-chromium.ts';
import { npm, ROOT, tarball } from '../packages/project.ts';
import type { Installation } from '../packages/run-in.ts';
import { runIn, startIn } from '../packages/run-in.ts';
import { serveFolder } from '../serve-folder.ts';

/** The scripts of the example that start an API to develop with. */
export type ApiScript = 'mock' | 'fake';

/** The example, installed in a folder of its own, with the packages that `npm run build` has packed. */
export interface Helpdesk {
  readonly where: Installation;
  readonly browser: Browser;
  /** The URL of the page that was built for an API. */
  readonly url: (script: ApiScript) => string;
  readonly close: () => Promise<void>;
}

/** Installs the example, starts both APIs, builds the page for each, and starts Chromium. */
export async function startHelpdesk(): Promise<Helpdesk> {
  const place = await mkdtemp(join(tmpdir(), 'helpdesk-'));
  const where = { place, node: process.execPath };
  const ends: (() => unknown)[] = [() => rm(place, { recursive: true })];
  const close = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));
    await cp(join(ROOT, 'examples/helpdesk'), place, { recursive: true, filter: isSource });
    const packages = ['client', 'contract', 'mock', 'server'].map((name) => tarball(`workspace-api-${name}`));
    await npm(place, 'install', '--no-save', '--no-package-lock', ...packages);

    const start = async (script: ApiScript): Promise<readonly [ApiScript, string]> => {
      const api = await startIn(where, `npm run --silent ${script} -- --port 0`);
      ends.push(api.stop);
      return [script, api.url];
    };
    const apis = await Promise.allSettled([start('mock'), start('fake')]);
    // One after the other: Vite refuses to build a project twice at the same time.
    for (const api of apis) {
      if (api.status === 'rejected') throw api.reason;
      const [script, url] = api.value;
      const environment = { VITE_API_URL: `${url}/acme/helpdesk`, VITE_TRY_FAILURES: 'true' };
      const built = await runIn({ ...where, environment }, `npm run --silent build -- --outDir dist/${script}`);
      if (built.code !== 0) throw new Error(`The build ended with ${built.code}: ${built.stdout}${built.stderr}`);
    }

    const files = await serveFolder(join(place, 'dist'));
    ends.push(() => files.close());
    const browser = await launchChromium();
    ends.push(() => browser.close());
    return { where, browser, url: (script) => `${files.url}${script}/index.html`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
