import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../src/workspace/index.ts';
import { workspaceModule } from '../../src/workspace-types/index.ts';
import helpdesk from '../fixtures/helpdesk.json' with { type: 'json' };
import { project, tarball } from '../packages/project.ts';
import { typeTests } from './type-tests.ts';
import { workspaceTypeTests } from './workspace-type-tests.ts';

const run = promisify(execFile);

/** The compilers that users have: the latest of each major version, and the one this repository uses. */
const compilers = { 'typescript-5': '5.9.3', 'typescript-6': '6.0.3', 'typescript-7': '7.0.2' };
const resolutions = { bundler: 'esnext', nodenext: 'nodenext' };
/** Those of CommonJS projects, with the oldest and the newest compiler. TypeScript 7 no longer has `node10`. */
const oldResolutions = { node16: 'node16', node10: 'commonjs' };

describe('workspace-api-client, installed', () => {
  let place: string;
  beforeAll(async () => {
    const aliases = Object.entries(compilers).map(([name, version]) => [name, `npm:typescript@${version}`]);
    place = await mkdtemp(join(tmpdir(), 'client-'));
    const client = `file:${tarball('workspace-api-client')}`;
    await project(place, { ...Object.fromEntries(aliases), 'workspace-api-client': client });
    await writeFile(join(place, 'types.ts'), typeTests('workspace-api-client'));
    for (const workspace of (await parseDefinition(helpdesk)).workspaces) {
      await writeFile(join(place, 'helpdesk.ts'), workspaceModule('acme', workspace));
      const tests = workspaceTypeTests(workspace, 'workspace-api-client', './helpdesk.js');
      await writeFile(join(place, 'helpdesk-tests.ts'), tests);
    }
    await writeFile(
      join(place, 'main.ts'),
      `import document from 'workspace-api-client/openapi.json' with { type: 'json' };
import type { components, paths } from 'workspace-api-client/types';
import { createClient } from 'workspace-api-client';

const fetch = () => Promise.resolve(Response.json({ data: { id: 1 } }));
const client = createClient({ baseUrl: 'http://localhost/acme-corp/sales', apiKey: 'sk_live_test', fetch });
const path: keyof paths = '/{entityName}';
const result = await client.getRecord({ entityName: 'Customer', id: 1 });
const record: components['schemas']['StoredRecord'] | undefined = result.ok ? result.data.data : undefined;
console.log(JSON.stringify([record, path, document.openapi]));
`,
    );
    // The declarations are copies of the others, so a few facts suffice.
    await writeFile(
      join(place, 'main.cts'),
      `import * as document from 'workspace-api-client/openapi.json';
import type { components, paths } from 'workspace-api-client/types';
import { createClient } from 'workspace-api-client';

const client = createClient({ baseUrl: 'http://localhost/acme-corp/sales' });
export const path: keyof paths = '/{entityName}';
export const record: Promise<components['schemas']['StoredRecord'] | undefined> = client
  .getRecord({ entityName: 'Customer', id: 1 })
  .then((result) => (result.ok ? result.data.data : undefined));
document.openapi satisfies string;
// @ts-expect-error not an entity
void client.getRecord({ entityName: 1, id: 1 });
client.deleteRecord({ entityName: 'Customer', id: 1 }).then((result) => {
  // @ts-expect-error deleteRecord documents no 422
  if (!result.ok) result.error.code === 'VALIDATION_ERROR';
});
`,
    );
  }, 180_000);
  afterAll(() => rm(place, { recursive: true }));

  it('installs openapi-fetch and nothing else', async () => {
    const installed = (await readdir(join(place, 'node_modules'))).filter((each) => !/^[.@]|^typescript-/.test(each));
    // The only dependency of openapi-fetch is a package of types.
    expect(installed.toSorted()).toEqual(['openapi-fetch', 'openapi-typescript-helpers', 'workspace-api-client']);
    const manifest = join(place, 'node_modules/workspace-api-client/package.json');
    expect(Object.keys(JSON.parse(await readFile(manifest, 'utf8')).dependencies)).toEqual(['openapi-fetch']);
  });

  const projects = Object.keys(compilers).flatMap((compiler) => [
    ...Object.entries(resolutions).map(
      ([resolution, module]) => [compiler, resolution, module, ['types.ts', 'main.ts', 'helpdesk-tests.ts']] as const,
    ),
    ...Object.entries(oldResolutions)
      .filter(([resolution]) => compiler === 'typescript-5' || (compiler === 'typescript-7' && resolution === 'node16'))
      .map(([resolution, module]) => [compiler, resolution, module, ['main.cts']] as const),
  ]);
  it.each(projects)(
    'has the types of the contract with %s and %s resolution',
    async (compiler, moduleResolution, module, files) => {
      const config = join(place, `tsconfig.${compiler}.${moduleResolution}.json`);
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2024',
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        resolveJsonModule: true,
        // Checks every declaration of the packages, but not those of the compiler itself.
        skipDefaultLibCheck: true,
        noEmit: true,
      };
      await writeFile(config, JSON.stringify({ compilerOptions, files }));
      const compiled = run(process.execPath, [join(place, 'node_modules', compiler, 'bin/tsc'), '-p', config], {
        cwd: place,
      });
      await expect(compiled.catch(({ stdout }) => String(stdout))).resolves.toMatchObject({ stdout: '' });
    },
  );

  it('runs in Node', async () => {
    const { stdout } = await run(process.execPath, [join(place, 'main.ts')], { cwd: place });
    expect(JSON.parse(stdout)).toEqual([{ id: 1 }, '/{entityName}', expect.stringMatching(/^3[.]1[.]/)]);
  });
});
