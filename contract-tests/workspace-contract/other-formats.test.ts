import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { arazzoDocument, postmanCollection } from '../../src/interchange/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Definition } from '../../src/workspace/index.ts';
import { definitionTarget, parseDefinition } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { withDefinition } from '../../src/workspace-plan/index.ts';
import helpdesk from '../fixtures/helpdesk.json' with { type: 'json' };
import { runCommand } from '../run-command.ts';

const NEWMAN = fileURLToPath(new URL('../../node_modules/newman/bin/newman.js', import.meta.url));

/** The keys with which the collection is run, by its variables. */
const KEYS = {
  readWriteKey: 'sk_test_read_write',
  readOnlyKey: 'sk_test_read_only',
  expiredKey: 'sk_test_expired',
  revokedKey: 'sk_test_revoked',
  otherWorkspaceKey: 'sk_test_other_workspace',
  restrictedKey: 'a_key_that_must_not_leak_READ_ONLY',
};

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'other-formats-'));
  const definition: Definition = await parseDefinition({
    ...helpdesk,
    workspaces: ['ACTIVE', 'READ_ONLY'].flatMap((mode) =>
      helpdesk.workspaces.map((each) => ({
        ...each,
        slug: mode === 'ACTIVE' ? each.slug : 'closed',
        mode,
        keys: [{ name: 'secret', key: `a_key_that_must_not_leak_${mode}`, permission: 'READ_WRITE' }],
      })),
    ),
  });
  writeFileSync(join(folder, 'helpdesk.json'), JSON.stringify(definition));
  server = await startServer({ definition, dev: true, port: 0, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('openapi --format', () => {
  it('postman writes a collection that passes against a server of the workspace, and has no keys', async () => {
    const words = [
      'openapi',
      'helpdesk.json',
      '--workspace',
      'helpdesk',
      '--format',
      'postman',
      '--out',
      'postman.json',
    ];
    expect(await runCommand(words, { folder })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(folder, 'postman.json'), 'utf8')).not.toContain('a_key_that_must_not_leak');
    const variables = Object.entries({ baseUrl: server.url, ...KEYS }).flatMap(([name, value]) => [
      '--env-var',
      `${name}=${value}`,
    ]);
    const ran = promisify(execFile)(process.execPath, [NEWMAN, 'run', 'postman.json', ...variables], {
      cwd: folder,
      maxBuffer: 1e8,
    });
    const { stdout } = await ran.catch((error: { readonly stdout: string }) => error);
    expect(stdout).toMatch(/assertions │ +\d{3} │ +0 │/);
  }, 120_000);

  it('arazzo writes a workflow for each failure of each operation, and has no keys', async () => {
    const { code, stdout } = await runCommand(
      ['openapi', 'helpdesk.json', '--workspace', 'helpdesk', '--format', 'arazzo'],
      { folder },
    );
    expect(code).toBe(0);
    expect(stdout).not.toContain('a_key_that_must_not_leak');
    const ids: readonly string[] = JSON.parse(stdout).workflows.map(
      ({ workflowId }: { workflowId: string }) => workflowId,
    );
    expect(ids).toEqual(expect.arrayContaining(['createRecord-uniqueConstraintViolation', 'getRecord-recordNotFound']));
  });

  it.each(arbitraryDefinitions(40, 3).map((definition, index) => [index, definition] as const))(
    'leaves out only what it cannot write of definition %i',
    (_index, definition) => {
      const [workspace] = definition.workspaces;
      if (workspace === undefined) throw new Error('a definition without a workspace');
      const content = definitionTarget('http://127.0.0.1:1/api/v1', definition, { workspace, faults: true });
      const keys = { readWrite: KEYS.readWriteKey, readOnly: KEYS.readOnlyKey };
      const target = withDefinition(parseTarget({ ...content, keys }, {}), workspace);
      const text = JSON.stringify([
        arazzoDocument(target, { showKeys: false }),
        postmanCollection(target, { showKeys: false }),
      ]);
      // The documents are too long to show.
      expect(/NaN|undefined|\[object|Symbol\(/.exec(text)?.[0]).toBeUndefined();
    },
  );

  it('refuses any other format', async () => {
    const { code, stderr } = await runCommand(['openapi', 'helpdesk.json', '--format', 'xml'], { folder });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^--format must be one of openapi, arazzo, postman, not "xml"\n/),
    });
  });
});
