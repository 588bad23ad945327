import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { median } from '../statistics.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = `${ROOT}dist/bench-types/`;
const CALLS = Array.from({ length: 10 }, (_each, index) => index);

/** The compiler's work for ten calls, minus its work for none. */
export interface TypeCost {
  readonly name: string;
  readonly milliseconds: number;
  readonly instantiations: number;
}

const sources: Readonly<Record<string, string>> = {
  none: 'export {};',
  'workspace-api-client, by name': `import { createClient } from '../workspace-api-client/dist/src/client/index.js';
const client = createClient({ baseUrl: '', apiKey: '' });
${CALLS.map(
  (call) => `export const result${call} = await client.getRecord({ entityName: 'E${call}', id: ${call} });
if (!result${call}.ok && result${call}.error.code === 'NOT_FOUND') result${call}.error.scenario satisfies string | undefined;`,
).join('\n')}`,
  'workspace-api-client, by path': `import { createClient } from '../workspace-api-client/dist/src/client/index.js';
const client = createClient({ baseUrl: '', apiKey: '' });
${CALLS.map((call) => byPath(call)).join('\n')}`,
  'openapi-fetch': `import createClient from 'openapi-fetch';
import type { paths } from '../workspace-api-client/dist/generated/openapi-types.js';
const client = createClient<paths>({ baseUrl: '' });
${CALLS.map((call) => byPath(call)).join('\n')}`,
  'ky, with a manual body type': `import ky from 'ky';
import type { components } from '../workspace-api-client/dist/generated/openapi-types.js';
${CALLS.map((call) => `export const result${call} = await ky.get('E/${call}').json<components['schemas']['SingleRecord']>();`).join('\n')}`,
  'axios, with a manual body type': `import axios from 'axios';
import type { components } from '../workspace-api-client/dist/generated/openapi-types.js';
${CALLS.map((call) => `export const result${call} = await axios.get<components['schemas']['SingleRecord']>('E/${call}');`).join('\n')}`,
};

/** Measures the types of the client and of its peers. */
export function measureTypes(rounds: number): readonly TypeCost[] {
  return measureSources(rounds, sources);
}

/**
 * Type-checks each source separately, in turns. The first is what the others are compared with. Requires `npm run build`.
 * @param files what the sources import, by name
 */
export function measureSources(
  rounds: number,
  sources: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): readonly TypeCost[] {
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(FOLDER + name, text);
    const names = Object.keys(sources);
    for (const [index, name] of names.entries()) writeFileSync(`${FOLDER}source${index}.ts`, sources[name] ?? '');
    const costs = names.map((): { time: number; instantiations: number }[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index] of names.entries()) costs[index]?.push(check(`${FOLDER}source${index}.ts`));
    }
    const middle = (index: number, of: 'time' | 'instantiations'): number =>
      median((costs[index] ?? []).map((cost) => cost[of]));
    return names.slice(1).map((name, index) => ({
      name,
      milliseconds: middle(index + 1, 'time') - middle(0, 'time'),
      instantiations: middle(index + 1, 'instantiations') - middle(0, 'instantiations'),
    }));
  } finally {
    rmSync(FOLDER, { recursive: true });
  }
}

function byPath(call: number): string {
  return `export const result${call} = await client.GET('/{entityName}/{id}', { params: { path: { entityName: 'E${call}', id: '1' } } });`;
}

function check(file: string): { time: number; instantiations: number } {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
  };
  const config = `${FOLDER}tsconfig.json`;
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const command = [`${ROOT}node_modules/typescript/bin/tsc`, '-p', config, '--extendedDiagnostics'];
  const output = execFileSync(process.execPath, command, { encoding: 'utf8' });
  const value = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1]);
  return { time: value('Check time') * 1000, instantiations: value('Instantiations') };
}
