import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Ended } from '../run-command.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const page = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8');

/** The commands of a part of docs/operate.md, in their order. */
export function documentedCommands(heading: string): readonly string[] {
  const [, part = ''] = page.split(`\n### ${heading}\n`);
  const [own = ''] = part.split('\n### ');
  return [...own.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, text = '']) => text);
}

/** The output that docs/operate.md shows. */
export const [, documentedOutput = ''] = /^```text\n([^]*?)^```/m.exec(page) ?? [];

/** Runs a command of the page in a shell as it is, with `npx workspace-api-server` from this repository. */
export function runInShell(
  command: string,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
  programs: readonly string[] = [],
): Promise<Ended> {
  const own = join(folder, 'programs');
  mkdirSync(own, { recursive: true });
  const npx = join(own, 'npx');
  writeFileSync(
    npx,
    `#!/bin/sh\nshift\nexec '${process.execPath}' --disable-warning=ExperimentalWarning '${MAIN}' "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const path = [own, ...programs, process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...environment, PATH: path } };
    execFile('bash', ['-c', command], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
