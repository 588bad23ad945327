import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { project } from '../packages/project.ts';
import { documentedWorkspaces } from './documents.ts';

/** Generates code for every schema of OpenAPI documents, which are otherwise used as they are. */
const GENERATE = `
import { readFileSync } from 'node:fs';
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
const [, , lang, ...files] = process.argv;
for (const file of files) {
  const schema = new JSONSchemaInput(new FetchingJSONSchemaStore());
  const text = readFileSync(file, 'utf8');
  await schema.addSource({ name: file, schema: text, uris: ['#/components/schemas/'] });
  const inputData = new InputData();
  inputData.addInput(schema);
  const { lines } = await quicktype({ inputData, lang });
  console.log(lines.join('\\n'));
}
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'another-language-'));
  await project(folder, { 'quicktype-core': '23.3.25' });
  await writeFile(join(folder, 'generate.mjs'), GENERATE);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the contract of a workspace', () => {
  it.each([
    [
      'python',
      ['class CustomerRecord:', '    age: Optional[int]', '    email: str', '    id: int', 'class OrderCreate:'],
    ],
    ['go', ['type CustomerCreate struct {', '\tEmail +string +`json:"email"`', '\tAge +\\*int64 +`json:"age"`']],
  ])('is read by a generator for %s', async (lang, expected) => {
    const documents = await documentedWorkspaces(3);
    const files = await Promise.all(
      documents.map(async ({ document }, index) => {
        const file = join(folder, `${index}.json`);
        await writeFile(file, JSON.stringify(document));
        return file;
      }),
    );
    const { stdout } = await promisify(execFile)(process.execPath, ['generate.mjs', lang, ...files], {
      cwd: folder,
      maxBuffer: 1e8,
    });
    for (const line of expected) expect(stdout).toMatch(new RegExp(`^${line.replace(/[[\]{(]/g, '\\$&')}`, 'm'));
  });
});
