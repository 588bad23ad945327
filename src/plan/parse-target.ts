import { bearer } from './authentication.ts';
import { keyProblems } from './key-problems.ts';
import { resolveVariables } from './resolve-variables.ts';
import type { TargetFile } from './target-file.ts';
import { schemaProblems } from './target-file.ts';
import { meaningProblems, sendingProblems } from './target-problems.ts';
import type { Authentication, Target } from './target.ts';

/** An invalid target file. The message says what to change. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/** How long a target may take until its reads show a change, in milliseconds, if the target file does not say. */
const SETTLE = 2000;

/**
 * Reads the content of a target file.
 * @param content the parsed JSON
 * @param environment the variables that `{ "env": "NAME" }` refers to
 * @throws {TargetError} when members are missing, invalid or unknown, or variables are not set. The message lists all problems.
 */
export function parseTarget(content: unknown, environment: Readonly<Record<string, string | undefined>>): Target {
  const found = resolveVariables(content, environment);
  const checked = schemaProblems(found);
  const problems = [...sendingProblems(found), ...checked.problems, ...meaningProblems(found)];
  if (checked.file !== undefined) problems.push(...keyProblems(checked.file, found));
  if (checked.file === undefined || problems.length > 0)
    throw new TargetError(`the target file cannot be used: ${problems.join('; ')}`);
  const { baseUrl, keys = {}, authentication, headers = {}, restricted, ...others } = checked.file;
  const { fixtures = {}, faults = {}, unreachable = {}, absentOperations = {}, stateless = false } = others;
  const { ids = 'integer', malformedId = 404, settle = SETTLE } = others;
  const secrets: Record<string, string> = { ...found.secrets };
  for (const [name, key] of Object.entries({ ...keys, restricted: restricted?.key })) {
    if (key !== undefined) secrets[`${screamingSnake(name)}_KEY`] = key;
  }
  return {
    ...others,
    ...(restricted === undefined ? {} : { restricted }),
    baseUrl: withoutTrailingSlashes(baseUrl),
    keys,
    authentication: authenticationOf(authentication),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ids,
    malformedId,
    fixtures,
    faults,
    unreachable,
    absentOperations,
    stateless,
    settle,
    secrets,
  };
}

/** Without a scheme in the file, a header of another name contains only the key. */
function authenticationOf({ header = bearer.header, scheme }: TargetFile['authentication'] = {}): Authentication {
  const name = header.toLowerCase();
  if (scheme === undefined) return { header: name, scheme: name === bearer.header ? bearer.scheme : null };
  return { header: name, scheme: scheme === '' ? null : scheme };
}

function screamingSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function withoutTrailingSlashes(url: string): string {
  let end = url.length;
  while (url.charAt(end - 1) === '/') end -= 1;
  return url.slice(0, end);
}
