import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseYaml } from '@redocly/openapi-core';

import { isObject } from '../src/contract/index.ts';

/** The root of this repository. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Reads a file of this repository. */
export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The members of an object in a YAML file. */
export type Members = Readonly<Record<string, unknown>>;

/** Returns the members of the object at a path, or no members if there is no object. */
export function membersOf(value: unknown, ...path: readonly string[]): Members {
  const [name, ...rest] = path;
  const members = isObject(value) ? value : {};
  return name === undefined ? members : membersOf(members[name], ...rest);
}

const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Every workflow in this repository with its text: its files, and the code blocks of its pages. */
export const workflows: readonly (readonly [string, string])[] = [
  ...globSync('.github/workflows/*.yml', { cwd: ROOT }).map((file) => [file, read(file)] as const),
  ...globSync('docs/*.md', { cwd: ROOT }).flatMap((page) =>
    [...read(page).matchAll(/^```yaml\n([^]*?)^```/gm)]
      .map(([, text = '']) => [page, text] as const)
      .filter(([, text]) => text.includes('jobs:')),
  ),
];

const action: unknown = parseYaml(read('action.yml'));

/** The inputs of this repository's action, with their descriptions and defaults. */
export const actionInputs: Members = membersOf(action, 'inputs');

/** The outputs of this repository's action. */
export const actionOutputs: Members = membersOf(action, 'outputs');

/** The steps of this repository's action. */
export const actionSteps: readonly Members[] = listOf(membersOf(action, 'runs').steps);

/** Returns the steps of all jobs of a workflow. */
export const stepsOf = (workflow: unknown): readonly Members[] =>
  Object.values(membersOf(workflow, 'jobs')).flatMap((job) => listOf(membersOf(job).steps));

/** Returns the bash scripts of steps. */
export const scriptsOf = (steps: readonly Members[]): readonly string[] =>
  steps.flatMap(({ run }) => (typeof run === 'string' ? [run] : []));
