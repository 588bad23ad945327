import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { packages } from './packages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a schema says of itself and of its members. */
interface Schema {
  readonly $id?: string;
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The schemas that packages export, by the package and the path in it, which is also their path on unpkg.com. */
const published = packages.flatMap(({ name, exports }) =>
  Object.entries(exports)
    .filter(([subpath]) => subpath.endsWith('.schema.json'))
    .map(([subpath, file]) => [`${name}/${subpath.replace('./', '')}`, readSchema(file)] as const),
);
const addresses = new Set(published.map(([path]) => `https://unpkg.com/${path}`));
const addressOf = (name: string): string => `https://unpkg.com/workspace-api-contract/${name}.schema.json`;

describe('the schemas of the packages', () => {
  it('are those of the definition, the target, the report and the envelope', () => {
    const names = ['definition', 'envelope', 'failure-coverage', 'report', 'target', 'traffic-report'];
    const own = published.filter(([path]) => path.startsWith('workspace-api-contract/'));
    expect(own.map(([path]) => `https://unpkg.com/${path}`).toSorted()).toEqual(names.map(addressOf));
  });

  it.each(published)('have an $id where the package is served, and say what they are: %s', (path, schema) => {
    const { $id = '', title, description } = schema;
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([...addresses]).toContain($id);
    // Another package can export a copy.
    expect($id.split('/').at(-1)).toBe(path.split('/').at(-1));
    if (path.startsWith('workspace-api-contract/')) expect($id).toBe(`https://unpkg.com/${path}`);
    expect({ title, description }).toEqual({ title: expect.any(String), description: expect.any(String) });
  });

  it.each(published)('describe every member: %s', (_path, schema) => {
    expect([...undescribed(schema, schema)]).toEqual([]);
  });
});

describe('target.schema.json', () => {
  const validate = new Ajv2020({ strict: true }).compile(readSchema('generated/target.schema.json'));
  const [, documented = ''] = /```json\n([^]*?)```/.exec(readFileSync(`${ROOT}docs/verify.md`, 'utf8')) ?? [];
  const examples = globSync('examples/*/target*.json', { cwd: ROOT });

  it.each([['the guide', documented], ...examples.map((file) => [file, readFileSync(`${ROOT}${file}`, 'utf8')])])(
    'accepts the target file of %s, with its variables',
    (_where, text) => {
      validate({ $schema: addressOf('target'), ...JSON.parse(text) });
      expect(validate.errors ?? []).toEqual([]);
      expect(examples.length).toBeGreaterThan(1);
    },
  );

  it('accepts a variable in place of any string, but of no other value', () => {
    const variable = { env: 'NAME' };
    const texts = { baseUrl: variable, headers: { x: variable }, ids: variable };
    const fixtures = { existingId: variable, takenValue: variable };
    expect(validate({ ...texts, fixtures })).toBe(true);
    const refused = [{ settle: variable }, { $schema: variable }, { baseUrl: { environment: 'NAME' } }];
    expect(refused.filter((file) => validate(file))).toEqual([]);
  });
});

function readSchema(file: string): Schema {
  return JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8'));
}

/** Yields the path of every member that neither has a description nor refers to something that has one. */
function* undescribed(schema: Schema, root: Schema, path = ''): Generator<string> {
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const shared = root.$defs?.[member.$ref?.replace('#/$defs/', '') ?? ''];
    if (typeof member === 'object' && (member.description ?? shared?.description) === undefined)
      yield `${path}/${name}`;
    yield* undescribed(member, root, `${path}/${name}`);
  }
  if (schema.items !== undefined) yield* undescribed(schema.items, root, `${path}/items`);
  for (const [name, each] of Object.entries(schema.$defs ?? {})) yield* undescribed(each, root, `/$defs/${name}`);
}
