import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministration } from '../../../server/index.ts';
import { parseDefinition } from '../../../workspace/index.ts';
import { Refusal, UsageError } from '../../arguments/usage-error.ts';
import { findCommand } from '../../find-command.ts';
import { admin } from './admin.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'admin-'));
  const administration = await openAdministration({ data: join(folder, 'shop.db'), create: true });
  for (const organization of ['acme', 'globex']) {
    const workspaces = [{ slug: 'shop', mode: 'ACTIVE', entities: [] }];
    writeFileSync(join(folder, `${organization}.json`), JSON.stringify({ organization, workspaces }));
    await administration.createWorkspaces(await parseDefinition({ organization, workspaces }));
  }
  const taken = { name: 'taken', permission: 'READ_ONLY', expiresAt: undefined } as const;
  await administration.createKey({ organization: 'acme', slug: 'shop' }, taken);
  await administration.close();
  writeFileSync(join(folder, 'text.json'), '{ "organization": "acme", "key": sk_live_0123456789abcdef }');
  writeFileSync(join(folder, 'broken.json'), JSON.stringify({ organization: 'acme', workspaces: [{ slug: 'Shop' }] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command on the shop; what ends in `.json` is in the folder. */
async function run(words: readonly string[]): Promise<unknown> {
  const own = words.map((word) => (word.endsWith('.json') ? join(folder, word) : word));
  const found = findCommand({ command: admin, names: ['admin'], words: [...own, '--data', join(folder, 'shop.db')] });
  if (!('run' in found.command)) throw new Error(`${words.join(' ')} is no command`);
  return found.command.run(found.words);
}

const create = ['key', 'create', '-w', 'acme/shop', '--name'];

describe('admin', () => {
  it.each<[readonly string[], string]>([
    [['workspace', 'create', 'acme.json'], 'there is a workspace acme/shop already: take it out of the definition'],
    [['workspace', 'create', 'broken.json'], "definition at /workspaces/0: must have required property 'mode'"],
    [['workspace', 'create', 'none.json'], 'none.json can not be read'],
    [['mode', 'nowhere', 'ACTIVE'], 'there is no workspace nowhere: list the workspaces to see which there are'],
    [['mode', 'shop', 'ACTIVE'], '2 organizations have a workspace shop: say acme/shop or globex/shop'],
    [[...create, 'taken'], 'acme/shop has a key taken already: choose another name, or rotate that key'],
    [
      ['key', 'rotate', 'nobody', '-w', 'acme/shop'],
      'acme/shop has no key nobody: list its keys to see which there are',
    ],
    [['key', 'revoke', 'taken', '-w', 'globex/shop'], 'globex/shop has no key taken'],
  ])('refuses %j, and says what to do', async (words, told) => {
    const refused = run(words);
    await expect(refused).rejects.toThrow(told);
    await expect(refused).rejects.toThrow(Refusal);
  });

  it('does not show the text of a file that is no JSON, in which there may be a key', async () => {
    const refused = run(['workspace', 'create', 'text.json']);
    await expect(refused).rejects.toThrow(/text\.json is no JSON: Unexpected token 's'$/);
  });

  it.each<[readonly string[], string]>([
    [['mode', 'acme/shop', 'OPEN'], 'MODE is one of ACTIVE, SCHEMA_LOCKED, READ_ONLY, DESIGN, MAINTENANCE, not "OPEN"'],
    [['mode', 'acme/shop'], 'MODE is missing'],
    [['mode', 'acme/shop', 'ACTIVE', 'now'], '"now" is one word too many'],
    [[...create, 'x', '--expires', '2020-01-01T00:00:00Z'], '--expires must be in the future'],
    [[...create, 'x', '--permission', 'ALL'], '--permission takes READ_WRITE or READ_ONLY, not "ALL"'],
    [[...create, 'a b'], 'a key is called by at most 63 letters'],
    [['key', 'create', '-w', 'acme/shop'], '--name is missing'],
    [['key', 'create', '--name', 'x'], '--workspace is missing'],
    [['key', 'revoke', 'x', '-w', 'a/b/c'], 'a workspace is called ORGANIZATION/WORKSPACE, not "a/b/c"'],
    [['key', 'delete', 'x'], 'admin key has no command "delete"; it has create, list, rotate, revoke'],
  ])('is called wrongly by %j', async (words, told) => {
    const refused = run(words);
    await expect(refused).rejects.toThrow(told);
    await expect(refused).rejects.toThrow(UsageError);
  });

  it('has a help for every command, which names its options', () => {
    const texts = [['mode'], ['workspace', 'list'], ['workspace', 'create'], ...keyCommands].map((words) => {
      const { command } = findCommand({ command: admin, names: ['admin'], words });
      return [words.join(' '), command.help] as const;
    });
    for (const [called, help] of texts) {
      expect(help.startsWith(`Usage: npm run admin -- ${called} `)).toBe(true);
      expect(help).toContain('--data FILE');
      expect(admin.help).toContain(`  ${called} `);
    }
  });
});

const keyCommands = ['create', 'list', 'rotate', 'revoke'].map((name) => ['key', name]);
