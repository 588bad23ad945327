import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministration } from '../../../server/index.ts';
import { parseDefinition } from '../../../workspace/index.ts';
import { Refusal, UsageError } from '../../arguments/usage-error.ts';
import { findCommand } from '../../programs/find-command.ts';
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

/** Runs a command on the shop's database. Arguments that end in `.json` name files in the test folder. */
async function run(words: readonly string[]): Promise<unknown> {
  const own = words.map((word) => (word.endsWith('.json') ? join(folder, word) : word));
  const found = findCommand({ command: admin, names: ['admin'], words: [...own, '--data', join(folder, 'shop.db')] });
  if (!('run' in found.command)) throw new Error(`"${words.join(' ')}" is not a command`);
  return found.command.run(found.words);
}

const create = ['key', 'create', '-w', 'acme/shop', '--name'];

describe('admin', () => {
  it.each<[readonly string[], string | RegExp]>([
    [['workspace', 'create', 'acme.json'], 'the workspace acme/shop already exists: remove it from the definition'],
    [['workspace', 'create', 'broken.json'], "/workspaces/0: must have required property 'mode'"],
    [['workspace', 'create', 'none.json'], /^cannot read .*none\.json \(ENOENT/],
    [['mode', 'nowhere', 'ACTIVE'], 'there is no workspace nowhere: list the workspaces to see their names'],
    [['mode', 'shop', 'ACTIVE'], '2 organizations have a workspace shop: use acme/shop or globex/shop'],
    [[...create, 'taken'], 'acme/shop already has a key named taken: choose another name, or rotate that key'],
    [
      ['key', 'rotate', 'unknown', '-w', 'acme/shop'],
      'acme/shop has no key named unknown: list its keys to see their names',
    ],
    [['key', 'revoke', 'taken', '-w', 'globex/shop'], 'globex/shop has no key named taken'],
  ])('refuses %j and says what to do', async (words, message) => {
    const refused = run(words);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(Refusal);
  });

  it('does not print the content of an invalid JSON file, which may contain an API key', async () => {
    const refused = run(['workspace', 'create', 'text.json']);
    await expect(refused).rejects.toThrow(/text\.json is not valid JSON: Unexpected token 's'$/);
  });

  it.each<[readonly string[], string]>([
    [
      ['mode', 'acme/shop', 'OPEN'],
      'MODE must be one of ACTIVE, SCHEMA_LOCKED, READ_ONLY, DESIGN, MAINTENANCE, not "OPEN"',
    ],
    [['mode', 'acme/shop'], 'MODE is missing'],
    [['mode', 'acme/shop', 'ACTIVE', 'now'], 'unexpected argument "now"'],
    [[...create, 'x', '--expires', '2020-01-01T00:00:00Z'], '--expires must be in the future'],
    [[...create, 'x', '--permission', 'ALL'], '--permission takes READ_WRITE or READ_ONLY, not "ALL"'],
    [[...create, 'a b'], 'the name of a key has at most 63 characters'],
    [['key', 'create', '-w', 'acme/shop'], '--name is missing'],
    [['key', 'create', '--name', 'x'], '--workspace is missing'],
    [
      ['key', 'revoke', 'x', '-w', 'a/b/c'],
      'the name of a workspace is ORGANIZATION/WORKSPACE or WORKSPACE, not "a/b/c"',
    ],
    [['key', 'delete', 'x'], 'unknown command "admin key delete"; use one of create, list, rotate, revoke'],
  ])('refuses the invalid command line %j', async (words, message) => {
    const refused = run(words);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(UsageError);
  });

  it('has a help text for every command, with its options', () => {
    const texts = [['mode'], ['workspace', 'list'], ['workspace', 'create'], ...keyCommands].map((words) => {
      const { command } = findCommand({ command: admin, names: ['admin'], words });
      return [words.join(' '), command.help] as const;
    });
    for (const [called, help] of texts) {
      expect(help.startsWith(`Usage: npm run admin -- ${called} `)).toBe(true);
      expect(help).toContain('--data FILE');
      // Those who installed a package have no such folder.
      expect(help).not.toMatch(/src\/[\w-]+\//);
      expect(admin.help).toContain(`  ${called} `);
    }
  });
});

const keyCommands = ['create', 'list', 'rotate', 'revoke'].map((name) => ['key', name]);
