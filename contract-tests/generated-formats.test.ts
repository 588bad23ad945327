import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { postmanCollection } from '../src/interchange/index.ts';
import { mockTarget } from '../src/mock/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import postmanSchema from './formats/postman-collection.schema.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const readJson = (file: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const strict = () => addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
const isCollection = strict().compile(postmanSchema);

function errorsOf(collection: unknown): unknown {
  isCollection(collection);
  return isCollection.errors ?? [];
}

/** How each generated file is proven to have its format. */
const formats: Readonly<Record<string, 'redocly' | 'postman' | 'schema' | 'own' | 'compiled'>> = {
  'openapi.json': 'redocly',
  'arazzo.json': 'redocly',
  'postman-collection.json': 'postman',
  'envelope.schema.json': 'schema',
  'target.schema.json': 'schema',
  // Formats of this project: interchange.test.ts compares them with the contract.
  'catalogue.json': 'own',
  'contract-lines.json': 'own',
  // `npm run typecheck` compiles them, and everything that imports them runs them.
  'catalogue.ts': 'compiled',
  'client-operations.ts': 'compiled',
  'client-table.ts': 'compiled',
  'mock-answers.ts': 'compiled',
  'fixture-table.ts': 'compiled',
  'openapi-types.ts': 'compiled',
  'request-validators.js': 'compiled',
  'request-validators.d.ts': 'compiled',
  'validators.js': 'compiled',
  'validators.d.ts': 'compiled',
};

const filesOf = (format: string): readonly string[] => Object.keys(formats).filter((name) => formats[name] === format);

describe('every generated file', () => {
  it('has a format that is checked', () => {
    expect(Object.keys(formats).toSorted()).toEqual(readdirSync(join(ROOT, 'generated')).toSorted());
  });

  it('is linted by `npm run lint` if it is an OpenAPI or Arazzo document', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of filesOf('redocly')) expect(scripts.lint).toContain(` generated/${name}`);
  });
});

describe('Redocly', () => {
  it.each(filesOf('redocly'))(
    'accepts generated/%s',
    (name) => {
      const redocly = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');
      const environment = { ...process.env, REDOCLY_TELEMETRY: 'off' };
      // It ends with 1, which throws, if the document is invalid.
      execFileSync(process.execPath, [redocly, 'lint', `generated/${name}`], {
        cwd: ROOT,
        env: environment,
        stdio: 'pipe',
      });
    },
    60_000,
  );
});

describe('the Postman collection', () => {
  it('is valid', () => {
    expect(errorsOf(readJson('generated/postman-collection.json'))).toEqual([]);
  });

  it.each([true, false])('of any target is valid, with showKeys %s', (showKeys) => {
    for (const file of [demoTarget('http://x/', { faults: true }), mockTarget('http://x'), { baseUrl: 'http://x' }])
      expect(errorsOf(postmanCollection(parseTarget(file, {}), { showKeys }))).toEqual([]);
  });

  it('would not be valid with a type that Postman does not know', () => {
    expect(
      errorsOf({ ...readJson('generated/postman-collection.json'), variable: [{ key: 'k', type: 'secret' }] }),
    ).toEqual([expect.objectContaining({ instancePath: '/variable/0/type' })]);
  });
});

describe('a JSON Schema of this project', () => {
  const schemas = globSync(['src/**/*.schema.json', 'generated/*.schema.json', 'contract-tests/**/*.schema.json'], {
    cwd: ROOT,
  });

  it.each(schemas)('compiles in strict mode: %s', (file) => {
    expect(schemas.length).toBeGreaterThan(3);
    const schema = readJson(file);
    expect(strict().validateSchema(schema)).toBe(true);
    const ajv = strict();
    // Some reference others.
    for (const other of schemas) if (other !== file) ajv.addSchema(readJson(other));
    expect(() => ajv.compile(schema)).not.toThrow();
  });
});
