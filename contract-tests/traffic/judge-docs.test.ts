import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { contract } from '../../src/contract/index.ts';
import { runCommand } from '../run-command.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const judgePage = read('docs/judge.md');
const coveragePage = read('docs/coverage.md');

/** Returns the code blocks of a page in a language. */
const blocks = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-docs-'));
  writeFileSync(join(folder, 'traffic.har'), traffic);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The exchanges of which docs/judge.md shows the report. */
const exchange = (second: number, method: string, path: string, sent: unknown, status: number, body: unknown): string =>
  JSON.stringify({
    request: { method, url: `/api/v1/acme-corp/sales/${path}`, headers: { authorization: 'Bearer k' }, body: sent },
    response: { status, headers: { 'content-type': 'application/json', 'x-request-id': '1' }, body },
    startedAt: `2026-11-29T09:00:0${second}.000Z`,
  });
const failed = (code: string, message: string) => ({ error: { code, message } });
const jane = { name: 'Jane', email: 'jane@example.com' };
const traffic = [
  exchange(1, 'POST', 'Customer', jane, 201, { data: { id: 1, ...jane } }),
  exchange(
    4,
    'POST',
    'Customer',
    jane,
    409,
    failed('UNIQUE_CONSTRAINT_VIOLATION', "A record with email 'jane@example.com' already exists"),
  ),
  exchange(6, 'GET', 'Customer/42', undefined, 404, failed('NOT_FOUND', 'Record not found: 24')),
  exchange(9, 'POST', 'Customer', { name: 'Ann' }, 201, { data: { id: 2, name: 'Ann' } }),
].join('\n');

describe('docs/judge.md', () => {
  it('shows what the judge prints', async () => {
    const { code, stdout } = await runCommand(['judge', 'traffic.har'], { folder });
    expect(code).toBe(1);
    expect(stdout).toBe(blocks(judgePage, 'text')[0]);
  });

  it('has an example of NDJSON that can be judged', async () => {
    const [line = ''] = blocks(judgePage, 'ndjson');
    writeFileSync(join(folder, 'example.ndjson'), line);
    const { stdout } = await runCommand(['judge', 'example.ndjson', '--fail-on', 'note'], { folder });
    expect(stdout).toContain('1 of 71 failures judged\nPASSED');
  });
});

describe('docs/coverage.md', () => {
  it('counts what the contract documents', async () => {
    const described = contract.operationKeys.flatMap((key) =>
      key === 'outsideOperations' ? contract.outsideOperations.scenarios : contract.operations[key].scenarios,
    ).length;
    expect(coveragePage).toContain(`The Workspace API describes ${described}.`);
  });

  it('shows a file that its schema allows', () => {
    const [example = ''] = blocks(coveragePage, 'json');
    const validate = new Ajv2020().compile(JSON.parse(read('src/coverage/failure-coverage.schema.json')));
    expect([validate(JSON.parse(example)), validate.errors]).toEqual([true, null]);
  });

  it('shows what the command prints', async () => {
    await runCommand(['judge', 'traffic.har', '--coverage', 'traffic.json'], { folder });
    const { stdout } = await runCommand(['coverage', 'traffic.json'], { folder });
    const [, shown = ''] = blocks(coveragePage, 'text');
    const [first, second, third] = shown.split('\n');
    expect(stdout.split('\n').slice(0, 2)).toEqual([first, second]);
    expect(stdout).toContain(`${third}\n`);
  });
});
