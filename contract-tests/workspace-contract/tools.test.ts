import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';

import { documentedWorkspaces } from './documents.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let folder: string;
let files: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-contract-'));
  files = (await documentedWorkspaces(7)).map(({ document }, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(document));
    return file;
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the contract of a workspace', () => {
  it("passes Redocly's strict rules and this project's", async () => {
    const words = [join(ROOT, 'node_modules/@redocly/cli/bin/cli.js'), 'lint', ...files, '--config', 'redocly.yaml'];
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const ended = run(process.execPath, words, { cwd: ROOT, env: environment, maxBuffer: 1e8 });
    // A problem is an exit code other than 0.
    const { stderr } = await ended.catch(({ stdout, stderr: more }) => ({ stderr: `${stdout}${more}` }));
    expect(stderr).not.toMatch(/^\[\d+\] /m);
    expect(stderr.match(/: validated in /g)).toHaveLength(files.length);
  });

  it('is read by openapi-typescript', async () => {
    const [{ document } = { document: {} }] = await documentedWorkspaces(0);
    const text = astToString(await openapiTS(JSON.stringify(document), { silent: true }));
    expect(text).toMatch(
      /"Customer\.record": \{\s+\/\*\* @description The generated id of the record\. \*\/\s+id: number;/,
    );
    expect(text).toContain('createCustomer: {');
  });

  it("is served by Prism's command", async () => {
    const prism = join(ROOT, 'node_modules/@stoplight/prism-cli/dist/index.js');
    const child = spawn(process.execPath, [prism, 'mock', files[0] ?? '', '--port', '0'], {
      env: { ...process.env, SCARF_ANALYTICS: 'false' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      while (!/listening on (http:\S+)/.test(printed)) await once(child.stdout, 'data');
      const url = /listening on (http:[\w.:/]+)/.exec(printed)?.[1] ?? '';
      const ask = async (path: string, init: RequestInit = {}) => {
        const headers = { authorization: 'Bearer x', 'content-type': 'application/json', ...Object(init.headers) };
        const response = await fetch(`${url}/${path}`, { ...init, headers });
        return { status: response.status, body: await response.json() };
      };
      expect(await ask('Customer/1')).toMatchObject({ status: 200, body: { data: { id: 1 } } });
      expect(await ask('Customer?sort=email,asc&fields=name')).toMatchObject({ status: 200 });
      const named = { prefer: 'code=409, example=uniqueConstraintViolation' };
      const body = JSON.stringify({ name: 'Ann', email: 'ann@example.com' });
      expect(await ask('Customer', { method: 'POST', body, headers: named })).toMatchObject({
        status: 409,
        body: {
          error: { code: 'UNIQUE_CONSTRAINT_VIOLATION', message: expect.stringContaining('A record with email') },
        },
      });
    } finally {
      child.kill();
    }
  });
});
