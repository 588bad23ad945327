import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@jest/globals';

import { runCommand } from './run-command.ts';

const page = readFileSync(new URL('../docs/admin.md', import.meta.url), 'utf8');

/** The definition file that docs/admin.md shows. */
export const [, documentedDefinition = ''] = /^```json\n([^]*?)^```/m.exec(page) ?? [];

/**
 * The arguments after `npx workspace-api-server admin` in each command of the page, including commands whose output a shell assigns
 * to a variable.
 */
const commands = [...page.matchAll(/^(?:KEY=\$\()?npx workspace-api-server admin (.*?)\)?$/gm)].map(([, words = '']) =>
  words.split(' '),
);

/** A command that ran, with its arguments and output. */
export interface Documented {
  readonly words: readonly string[];
  readonly stdout: string;
}

/**
 * Runs the commands of docs/admin.md in order, on the file that they name or, if an environment is given, on its
 * database.
 */
export async function runDocumented(folder: string, environment?: NodeJS.ProcessEnv): Promise<readonly Documented[]> {
  writeFileSync(join(folder, 'shop.json'), documentedDefinition);
  const ran: Documented[] = [];
  for (const words of commands) {
    const own = environment === undefined ? words : words.slice(0, words.indexOf('--data'));
    const { code, stdout, stderr } = await runCommand(['admin', ...own], {
      folder,
      ...(environment && { environment }),
    });
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: expect.any(String) });
    ran.push({ words, stdout });
  }
  return ran;
}
