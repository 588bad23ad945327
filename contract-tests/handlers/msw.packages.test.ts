import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { project, ROOT, tarball } from '../packages/project.ts';
import { snippetAsShown } from './snippets.ts';

const run = promisify(execFile);

describe('the installed workspace-api-client/msw', () => {
  it.each(['2.15.0', '3.0.5'])(
    'runs and type-checks the snippets of the documentation with MSW %s',
    async (version) => {
      const folder = await mkdtemp(join(tmpdir(), 'msw-'));
      await project(folder, { msw: version, 'workspace-api-client': `file:${tarball('workspace-api-client')}` });
      // Type declarations are those of the repository.
      const options = [
        '--typeRoots',
        `${ROOT}node_modules/@types`,
        '--types',
        'node',
        '--module',
        'nodenext',
        '--noEmit',
      ];
      const files = { 'handlers.ts': snippetAsShown('MSW'), 'fixture.ts': snippetAsShown('Fixtures') };
      for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code);
      const checked = await run(
        process.execPath,
        [
          `${ROOT}node_modules/typescript/bin/tsc`,
          '--strict',
          '--target',
          'es2024',
          '--skipLibCheck',
          ...options,
          ...Object.keys(files),
        ],
        {
          cwd: folder,
        },
      ).catch(({ stdout }: { readonly stdout: string }) => ({ stdout }));
      expect(checked.stdout).toBe('');
      for (const name of Object.keys(files))
        expect((await run(process.execPath, [name], { cwd: folder })).stdout).toBe('');
      const required = `const { workspaceHandlers } = require('workspace-api-client/msw');
      const api = workspaceHandlers({ all: (pattern, answer) => answer }, { baseUrl: '/v1', definition: ${JSON.stringify(DEFINITION)} });
      const request = new Request('http://a.example/v1/o/w/Note', { headers: { authorization: 'Bearer sk_test_read_write' } });
      api[0]({ request }).then(async (response) => console.log(response.status, (await response.json()).data.length));`;
      const { stdout } = await run(process.execPath, ['--input-type=commonjs', '--eval', required], { cwd: folder });
      expect(stdout).toBe('200 3\n');
      await rm(folder, { recursive: true });
    },
  );
});

const DEFINITION = {
  organization: 'o',
  workspaces: [
    {
      slug: 'w',
      mode: 'ACTIVE',
      entities: [{ name: 'Note', table: 'notes', columns: [{ name: 'text', type: 'TEXT' }] }],
    },
  ],
};
