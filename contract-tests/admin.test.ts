import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demoDefinition } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';
import type { ServedProcess } from './served-process.ts';
import { killServedProcesses, serveOwnInProcess } from './served-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-'));
  writeFileSync(join(folder, 'shop.json'), JSON.stringify(definition('acme', 'shop')));
});
afterAll(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

function definition(
  organization: string,
  slug: string,
  columns: readonly object[] = [{ name: 'name', type: 'TEXT' }],
): object {
  const entities = [{ name: 'Customer', table: 'customers', columns }];
  return { organization, workspaces: [{ slug, mode: 'ACTIVE', entities }] };
}

const admin = (...words: readonly string[]) => runCommand(['admin', ...words, '--data', 'shop.db'], { folder });

/** Runs a command that must succeed and returns its output. */
async function done(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await admin(...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  return stdout.trim();
}

describe('a running server on a file applies admin commands from the next request:', () => {
  let server: ServedProcess;
  const secrets: string[] = [];
  beforeAll(async () => {
    server = await serveOwnInProcess(['--data', join(folder, 'shop.db')]);
  });

  const request = async (key: string, method: 'GET' | 'POST' = 'GET', workspace = 'acme/shop'): Promise<number> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = method === 'POST' ? { body: JSON.stringify({ name: 'Jane' }) } : {};
    return (await fetch(`${server.url}/${workspace}/Customer`, { method, headers, ...body })).status;
  };

  it('it starts without workspaces and without the demo keys', async () => {
    const statuses = demoDefinition.workspaces.flatMap(({ slug, keys }) =>
      keys.map(({ key }) => request(key, 'GET', `acme-corp/${slug}`)),
    );
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([401]));
    expect(server.said()).not.toContain('sk_live_');
  });

  it('a new workspace responds', async () => {
    expect(await done('workspace', 'create', 'shop.json')).toBe('created acme/shop: ACTIVE, Customer');
    const key = await done('key', 'create', '--workspace', 'acme/shop', '--name', 'ci-deploy', '--expires', '90d');
    expect(key).toMatch(/^sk_live_[0-9a-f]{64}$/);
    secrets.push(key);
    expect(await request(key, 'POST')).toBe(201);
    expect(await request(key)).toBe(200);
  });

  it('an updated workspace has what was added, and refuses what would be lost', async () => {
    const [key = ''] = secrets;
    const update = async (...columns: readonly object[]) => {
      writeFileSync(join(folder, 'more.json'), JSON.stringify(definition('acme', 'shop', columns)));
      return admin('workspace', 'update', 'more.json');
    };
    const url = `${server.url}/acme/shop/Customer`;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const post = async (record: object) => {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(record) });
      return [response.status, await response.json()];
    };
    const name = { name: 'name', type: 'TEXT' };
    const phone = { name: 'phone', type: 'TEXT', constraints: [{ type: 'MIN_LENGTH', value: 3 }] };
    expect(await post({ name: 'Joe', phone: '555' })).toMatchObject([
      422,
      { error: { details: [{ field: 'phone' }] } },
    ]);
    expect(await update(name, phone)).toMatchObject({
      code: 0,
      stdout: 'acme/shop: updated\n  Customer.phone was added\n',
    });
    expect(await post({ name: 'Joe', phone: '555' })).toEqual([201, { data: { id: 2, name: 'Joe', phone: '555' } }]);
    expect(await post({ phone: '5' })).toMatchObject([422, { error: { details: [{ field: 'phone' }] } }]);
    expect(await update({ ...name, constraints: [{ type: 'EMAIL' }] }, phone)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Customer.name: 2 records break the new constraint EMAIL (1, 2): correct them'),
    });
    expect(await update(name)).toEqual({
      code: 2,
      stdout: '',
      stderr: `nothing was changed, because an update only adds:
  acme/shop: Customer.phone was removed: keep it in the file
For anything else, create another workspace with "workspace create", and copy the records through the API
`,
    });
    expect(await post({ phone: '556' })).toMatchObject([201, {}]);
  });

  it('a mode without writes rejects the next write', async () => {
    const [key = ''] = secrets;
    const message = await done('mode', 'shop', 'read-only');
    expect(message).toBe('acme/shop: ACTIVE -> READ_ONLY (records are read-only)');
    expect([await request(key, 'POST'), await request(key)]).toEqual([409, 200]);
    await done('mode', 'acme/shop', 'ACTIVE');
    expect(await request(key, 'POST')).toBe(201);
  });

  it('a rotated key replaces the old one', async () => {
    const [old = ''] = secrets;
    const fresh = await done('key', 'rotate', 'ci-deploy', '--workspace', 'shop');
    secrets.push(fresh);
    expect([await request(old), await request(fresh)]).toEqual([401, 200]);
  });

  it('a revoked key is rejected', async () => {
    const key = await done('key', 'create', '-w', 'shop', '--name', 'reader', '--permission', 'READ_ONLY');
    secrets.push(key);
    expect([await request(key), await request(key, 'POST')]).toEqual([200, 403]);
    expect(await done('key', 'revoke', 'reader', '-w', 'shop')).toBe('Revoked the key reader of acme/shop');
    expect(await request(key)).toBe(401);
    expect(await done('key', 'revoke', 'reader', '-w', 'shop')).toContain('Already revoked');
  });

  it('lists show keys and workspaces, as text and as JSON', async () => {
    expect((await done('key', 'list')).split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['WORKSPACE', 'NAME', 'KEY', 'PERMISSION', 'EXPIRES', 'STATE'],
      [
        'acme/shop',
        'ci-deploy',
        expect.stringMatching(/^sk_live_[0-9a-f]{4}…$/),
        'READ_WRITE',
        expect.stringMatching(/^2\d{3}-.*Z$/),
        'active',
      ],
      ['acme/shop', 'reader', expect.stringMatching(/^sk_live_[0-9a-f]{4}…$/), 'READ_ONLY', 'never', 'revoked'],
    ]);
    expect(JSON.parse(await done('key', 'list', '-w', 'shop', '--json'))).toMatchObject([
      { organization: 'acme', workspace: 'shop', name: 'ci-deploy', prefix: secrets[1]?.slice(0, 12), state: 'active' },
      { name: 'reader', permission: 'READ_ONLY', expiresAt: null, state: 'revoked' },
    ]);
    expect(JSON.parse(await done('workspace', 'list', '--json'))).toEqual([
      { organization: 'acme', workspace: 'shop', mode: 'ACTIVE', entities: ['Customer'], keys: 2 },
    ]);
  });

  it('no key is in any file or in the output of the server', () => {
    expect(secrets).toHaveLength(3);
    const files = readdirSync(folder).filter((name) => name.startsWith('shop.db'));
    // The latest writes are still in the write-ahead log.
    expect(files).toContain('shop.db-wal');
    const kept = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
    expect(kept).toContain('ci-deploy');
    for (const secret of secrets) {
      // Not even a part of the key beyond its prefix.
      expect(kept).not.toContain(secret.slice(12, 40));
      expect(server.said() + server.errors()).not.toContain(secret.slice(12, 40));
    }
  });
});

describe('the exit code is 2 for', () => {
  it.each<[string, NodeJS.ProcessEnv, readonly string[], string]>([
    ['a file that does not exist', {}, ['--data', 'typo.db'], 'there is no file typo.db: correct the name'],
    [
      'an unreachable database, without revealing its URL',
      { DATABASE_URL: 'postgres://u:s3cret@localhost:1/x' },
      [],
      'The PostgreSQL database cannot be used (connect ECONNREFUSED ',
    ],
  ])('%s, with a message of one line', async (_title, environment, words, message) => {
    const { code, stdout, stderr } = await runCommand(['admin', 'key', 'list', ...words], { folder, environment });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).not.toContain('s3cret');
    expect(readdirSync(folder)).not.toContain('typo.db');
  });

  it('incorrect arguments, with a hint at the help', async () => {
    expect(await runCommand(['admin', 'key', 'create'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '--workspace is missing\nFor help: npm run admin -- key create --help\n',
    });
  });
});

describe('serve', () => {
  it('loads the workspaces of a file on every start, says if it has changed, and prints no key', async () => {
    const key = { name: 'own', key: 'sk_live_of_their_own_choice', permission: 'READ_WRITE' };
    const { organization, workspaces } = {
      organization: 'acme',
      workspaces: [{ slug: 'own', mode: 'ACTIVE', entities: [], keys: [key] }],
    };
    const file = join(folder, 'own.json');
    const words = ['--workspaces', file, '--data', join(folder, 'own.db')];
    const changed = workspaces.map((each) => ({
      ...each,
      mode: 'DESIGN',
      entities: [{ name: 'Customer', table: 'customers', columns: [{ name: 'name', type: 'TEXT' }] }],
    }));
    for (const [written, warning] of [
      [workspaces, ''],
      [workspaces, ''],
      [
        changed,
        `acme/own in the database differs from ${file} (mode, Customer). The server uses the database. To apply the file: ` +
          `npm run admin -- workspace update ${file} --data ${join(folder, 'own.db')}\n`,
      ],
    ] as const) {
      writeFileSync(file, JSON.stringify({ organization, workspaces: written }));
      const server = await serveOwnInProcess(words);
      const headers = { authorization: `Bearer ${key.key}` };
      expect((await fetch(`${server.url}/acme/own/Customer`, { headers })).status).toBe(404);
      expect(server.said()).toContain(`${server.url}/acme/own\n`);
      expect(server.said()).not.toContain('sk_live_');
      expect(await server.end('SIGTERM')).toBe(0);
      expect(server.errors()).toBe(warning);
    }
  });

  it('rejects a file whose key belongs to another workspace', async () => {
    const keys = [{ name: 'own', key: 'sk_live_of_their_own_choice', permission: 'READ_WRITE' }];
    const workspaces = [{ slug: 'thief', mode: 'ACTIVE', entities: [], keys }];
    writeFileSync(join(folder, 'thief.json'), JSON.stringify({ organization: 'acme', workspaces }));
    const words = ['serve', '--port', '0', '--workspaces', 'thief.json', '--data', 'own.db'];
    expect(await runCommand(words, { folder })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'the key own of acme/thief already belongs to another workspace: choose another key\n',
    });
  });
});
