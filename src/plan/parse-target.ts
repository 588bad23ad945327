import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { isObject, isOperationId, isScenarioName } from '../contract/index.ts';
import type { Resolved } from './resolve-variables.ts';
import { resolveVariables } from './resolve-variables.ts';
import type { Target } from './target.ts';
import { headerValues, unsendable, unusableUrl } from './unsendable.ts';

/** An invalid target file. The message says what to change. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/** The JSON Schema of a target file. */
const targetSchema: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('./target.schema.json', import.meta.url), 'utf8'),
);

/** How long a target may take until its reads show a change, in milliseconds, if the target file does not say. */
const SETTLE = 2000;

type TargetFile = Partial<Omit<Target, 'secrets'>>;

const validate = new Ajv2020({ allErrors: true, strict: true }).compile<TargetFile>(targetSchema);

/**
 * Reads the content of a target file.
 * @param content the parsed JSON
 * @param environment the variables that `{ "env": "NAME" }` refers to
 * @throws {TargetError} when a member is invalid or unknown, or a variable is not set
 */
export function parseTarget(content: unknown, environment: Readonly<Record<string, string | undefined>>): Target {
  const found = resolveVariables(content, environment);
  const unusable = problemsOf(found);
  if (unusable.length > 0) throw new TargetError(`the target file cannot be used: ${unusable.join('; ')}`);
  const secrets: Record<string, string> = { ...found.secrets };
  const resolved = found.content;
  if (!validate(resolved)) {
    const problems = (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message}${'additionalProperty' in params ? ` (${params.additionalProperty})` : ''}`,
    );
    throw new TargetError(`the target file is invalid: ${problems.join('; ')}`);
  }
  const { baseUrl, keys = {}, restricted, fixtures = {}, faults = {}, unreachable = {}, stateless = false } = resolved;
  const { absentOperations = {}, settle = SETTLE } = resolved;
  if (baseUrl === undefined) throw new TargetError('the target file has no "baseUrl"; add it, or pass --url URL');
  refuseUnknownCells('faults', Object.keys(faults));
  refuseUnknownCells('unreachable', Object.keys(unreachable));
  const unknown = Object.keys(absentOperations).filter((name) => !isOperationId(name));
  if (unknown.length > 0) {
    throw new TargetError(`absentOperations in the target file contains unknown operations: ${unknown.join(', ')}`);
  }
  for (const [name, key] of Object.entries({ ...keys, restricted: restricted?.key })) {
    if (key !== undefined) secrets[`${screamingSnake(name)}_KEY`] = key;
  }
  return {
    ...resolved,
    baseUrl: withoutTrailingSlashes(baseUrl),
    keys,
    fixtures,
    faults,
    unreachable,
    absentOperations,
    stateless,
    settle,
    secrets,
  };
}

/** Returns everything that keeps the values of a target file from being sent, each with its place and variable, never the value. */
function problemsOf({ content, secrets, missing }: Resolved): readonly string[] {
  const unset = missing.length === 0 ? [] : [`the environment has no ${missing.join(', ')}`];
  const variableOf = (text: string): string => {
    const names = Object.keys(secrets).filter((name) => secrets[name] === text);
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
  };
  const values = headerValues(content).map(([place, text]) => [place, text, unsendable(text)] as const);
  const { baseUrl } = isObject(content) ? content : {};
  const all =
    typeof baseUrl === 'string' && baseUrl !== ''
      ? [['baseUrl', baseUrl, unusableUrl(baseUrl)] as const, ...values]
      : values;
  return [
    ...unset,
    ...all.flatMap(([place, text, reason]) => (reason === undefined ? [] : [`${place}${variableOf(text)} ${reason}`])),
  ];
}

function refuseUnknownCells(member: string, cells: readonly string[]): void {
  for (const cell of cells) {
    const [first = '', second, ...others] = cell.split('.');
    const known = second === undefined ? isScenarioName(first) : isOperationId(first) && isScenarioName(second);
    if (!known || others.length > 0) {
      throw new TargetError(
        `${member} in the target file contains "${cell}", which is neither a scenario nor operationId.scenario`,
      );
    }
  }
}

function screamingSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function withoutTrailingSlashes(url: string): string {
  let end = url.length;
  while (url.charAt(end - 1) === '/') end -= 1;
  return url.slice(0, end);
}
