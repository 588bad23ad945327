import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Mock } from '../../src/mock/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { workspaceModule } from '../../src/workspace-types/index.ts';
import { complaints } from './compile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const entries = { 'workspace-api-client': 'src/client/index.ts', 'workspace-api-mock': 'src/packages/mock.ts' };
const run = promisify(execFile);

/** Every snippet of the pages, with the heading of its section and, if the page shows it, its output. */
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const page = `${read('docs/client.md')}\n${read('README.md')}`;
const snippets = page.split(/^## /m).flatMap((section) => {
  const [title = ''] = section.split('\n');
  return [...section.matchAll(/^```ts\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm)].map(([, code = '', output]) => ({
    title,
    code,
    output,
  }));
});

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'client-docs-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

describe('docs/client.md and README.md', () => {
  it('shows the output of every snippet', () => {
    expect(snippets.length).toBeGreaterThan(6);
    expect(snippets.filter(({ output }) => output === undefined)).toEqual([]);
  });

  it('has snippets that compile', () => {
    const texts = snippets.map(({ code }, index) => [`docs/snippet-${index}.ts`, code] as const);
    const [demo] = demoDefinition.workspaces;
    const types = demo === undefined ? '' : workspaceModule(demoDefinition.organization, demo);
    const paths = Object.entries(entries).map(([name, file]): [string, string[]] => [name, [join(ROOT, file)]]);
    expect(complaints({ ...Object.fromEntries(texts), 'docs/workspace.ts': types }, Object.fromEntries(paths))).toEqual(
      [],
    );
  });

  it.each(snippets)('shows the actual output of the snippet in "$title"', async ({ title, code, output }) => {
    const runnable = Object.entries(entries).reduce(
      (text, [name, file]) => text.replaceAll(`from '${name}'`, `from '${join(ROOT, file)}'`),
      code.replaceAll('http://127.0.0.1:4010/api/v1', mock.url),
    );
    const file = join(folder, `${title.replaceAll(/\W/g, '-')}.ts`);
    writeFileSync(file, runnable);
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', file]);
    expect(stdout).toBe(output);
  });
});
