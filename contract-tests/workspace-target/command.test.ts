import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, describe, expect, it } from '@jest/globals';

import { runInTurn } from '../run-in-turn.ts';
import { killServedProcesses, serveOwnInProcess } from '../served-process.ts';
import { shop } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-target-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killServedProcesses);

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

const keys = shop.workspaces.flatMap((workspace) => workspace.keys.map(({ key }) => key));
const defined = file('shop.json', shop);
const keyless = file('keyless.json', {
  ...shop,
  workspaces: shop.workspaces.map(({ keys: _keys, ...workspace }) => workspace),
});

const [readWrite = '', readOnly = '', expired = '', revoked = '', restricted = ''] = keys;

describe('verify --workspaces', () => {
  it('takes keys from variables, the definition or a target file of the server, and shows none', async () => {
    const target = join(folder, 'target.json');
    const served = await serveOwnInProcess(['--workspaces', defined, '--faults', '--write-target', target]);
    const common = [
      'verify',
      '--workspaces',
      keyless,
      '--workspace',
      'acme/shop',
      '--level',
      'documented',
      '--sender',
      'http',
    ];
    const reports = ['json', 'html', 'junit'].map((name) => [`--${name}`, join(folder, `report.${name}`)]);
    const [withVariables, dry, lacking, wrongName] = await runInTurn(
      [
        { words: [...common, '--url', served.url, '--fail-on', 'note', '--github', ...reports.flat()] },
        { words: [...common, '--url', served.url, '--dry-run'] },
        {
          words: [
            'verify',
            '--workspaces',
            keyless,
            '--workspace',
            'museum',
            '--url',
            served.url,
            '--target',
            file('t.json', { keys: { readWrite: '' } }),
          ],
        },
        { words: ['verify', '--workspaces', keyless, '--workspace', 'acme/nothing', '--url', served.url] },
      ],
      {
        environment: {
          WORKSPACE_API_KEY_READ_WRITE: readWrite,
          WORKSPACE_API_KEY_READ_ONLY: readOnly,
          WORKSPACE_API_KEY_EXPIRED: expired,
          WORKSPACE_API_KEY_REVOKED: revoked,
          WORKSPACE_API_KEY_OTHER_WORKSPACE: restricted,
          WORKSPACE_API_KEY_RESTRICTED: restricted,
        },
      },
    );
    expect(withVariables).toMatchObject({ code: 0, stdout: expect.stringContaining('PASSED') });
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('street-') });
    expect(lacking).toMatchObject({ code: 2, stderr: expect.stringContaining('/keys/readWrite') });
    expect(wrongName).toMatchObject({ code: 2, stderr: expect.stringContaining('acme/shop, acme/museum') });
    const written = reports.map(([, path = '']) => readFileSync(path, 'utf8'));
    const all = [withVariables, dry, lacking, wrongName].flatMap((ended) => [ended?.stdout ?? '', ended?.stderr ?? '']);
    for (const key of keys) expect([...all, ...written].filter((text) => text.includes(key))).toEqual([]);

    const rest = ['--level', 'documented', '--sender', 'http', '--fail-on', 'note'];
    const without = await runInTurn([
      { words: ['verify', '--workspaces', defined, '--target', target, ...rest] },
      { words: ['verify', '--workspaces', defined, '--workspace', 'shop', '--url', served.url, ...rest] },
      { words: ['verify', '--workspaces', keyless, '--workspace', 'shop', '--url', served.url] },
      { words: ['verify', '--workspaces', defined] },
      { words: ['verify', '--workspace', 'shop', '--url', served.url] },
      {
        words: [
          'verify',
          '--workspaces',
          keyless,
          '--target',
          file('wrong.json', { baseUrl: served.url, workspace: 'shop', keys: { readWrite: 'sk_wrong_key' } }),
        ],
      },
    ]);
    expect(without.map(({ code }) => code)).toEqual([0, 0, 2, 2, 2, 2]);
    expect(without.at(-1)?.stderr).toContain('does not accept "keys.readWrite" or WORKSPACE_API_KEY_READ_WRITE for');
    expect(without.slice(2, -1).map(({ stderr }) => stderr.split('\n')[0])).toEqual([
      'no key can read and write: set WORKSPACE_API_KEY_READ_WRITE, or add "keys.readWrite" to a target file (--target FILE), or a READ_WRITE key to the workspace in the definition',
      '--workspaces says what to verify, but not where; add --url URL or --target FILE',
      '--workspace names a workspace of a definition; add --workspaces FILE',
    ]);
    expect(JSON.parse(readFileSync(target, 'utf8'))).not.toHaveProperty('entity');
    expect(served.said()).toContain(`npm run verify -- --workspaces ${defined} --target ${target}\n`);
    expect(await served.end('SIGTERM')).toBe(0);
  });
});

describe('a definition for which no example is found', () => {
  it('is refused in one line that names the column', async () => {
    const [first] = shop.workspaces;
    const chip = { name: 'chip', type: 'TEXT', nullable: false, constraints: [{ type: 'PATTERN', value: '^a$^b$' }] };
    const pet = { name: 'Pet', table: 'pets', columns: [chip] };
    const pets = file('pets.json', { ...shop, workspaces: [{ ...first, entities: [pet] }] });
    const ended = await runInTurn([
      { words: ['serve', '--dev', '--port', '0', '--workspaces', pets] },
      { words: ['mock', '--port', '0', '--workspaces', pets] },
      { words: ['openapi', pets] },
    ]);
    const line = `${pets}: definition: add an "example" to the column chip of Pet: no value was found that satisfies its constraints`;
    expect(ended.map(({ code, stderr }) => [code, stderr.trim()])).toEqual(ended.map(() => [2, line]));
  });
});
