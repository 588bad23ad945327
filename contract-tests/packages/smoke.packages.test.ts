import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { npm, ROOT, tarball } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'smoke test '));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script on a folder of tarballs. */
function smoke(tarballs: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/smoke-packages.mjs'), join(folder, tarballs)],
    { encoding: 'utf8' },
  );
  return { status, lines: stdout.trim().split('\n').toSorted(), stderr };
}

describe('scripts/smoke-packages.mjs', () => {
  it('installs every package of a folder and runs its main job', () => {
    // The smallest packages. The workflow runs the script on all of them.
    const names = ['workspace-api-client', 'workspace-api-plugins'];
    mkdirSync(join(folder, 'all'));
    for (const file of names.map(tarball)) copyFileSync(file, join(folder, 'all', basename(file)));
    expect(smoke('all')).toEqual({ status: 0, lines: names.map((name) => `${name}: does its job`), stderr: '' });
  });

  it('fails for a package that does not do its job, and for one that does not run on its oldest Node', async () => {
    const [name, exports] = ['workspace-api-client', { '.': { default: './main.js' } }];
    for (const [each, node] of [
      [name, '>=20'],
      ['workspace-api-mock', '^20.1.0 || >=999.0.0'],
    ]) {
      const source = join(folder, `broken ${each}`);
      mkdirSync(source);
      const manifest = {
        name: each,
        version: '9.9.9',
        type: 'module',
        exports,
        engines: { node },
        bin: { command: 'main.js' },
      };
      writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
      writeFileSync(join(source, 'main.js'), 'export const createClient = () => ({ getRecord: () => ({}) });');
      mkdirSync(join(folder, 'broken'), { recursive: true });
      await npm(source, 'pack', '--pack-destination', join(folder, 'broken'));
    }
    const { status, stderr } = smoke('broken');
    expect({ status, lines: stderr.split('\n').filter(Boolean).toSorted() }).toEqual({
      status: 1,
      lines: [
        'workspace-api-client: the code of the error is undefined, without NOT_FOUND',
        `workspace-api-mock: On Node ${process.version} it must print one line and exit with 2. It exited with 0:`,
      ],
    });
  });

  it('removes a project only after the server in it has ended', async () => {
    const [name, source] = ['workspace-api-server', join(folder, 'slow')];
    mkdirSync(join(folder, 'slow tarball'));
    mkdirSync(source);
    const manifest = { name, version: '9.9.9', type: 'module', engines: { node: '>=20' }, bin: { command: 'main.js' } };
    writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
    writeFileSync(
      join(source, 'main.js'),
      `import { existsSync, writeFileSync } from 'node:fs';
      import { createServer } from 'node:http';
      const server = createServer((_request, response) => response.writeHead(401).end());
      server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
      process.on('SIGTERM', () => setTimeout(() => {
        writeFileSync(${JSON.stringify(join(folder, 'ended'))}, String(existsSync(import.meta.filename)));
        process.exit();
      }, 300));`,
    );
    await npm(source, 'pack', '--pack-destination', join(folder, 'slow tarball'));
    expect(smoke('slow tarball')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'ended'), 'utf8')).toBe('true');
  });

  it('exits with 2 if there are no tarballs', () => {
    expect(smoke('nowhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('Run npm run build') });
  });
});
