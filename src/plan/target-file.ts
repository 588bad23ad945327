import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { isObject } from '../contract/index.ts';
import type { Resolved } from './resolve-variables.ts';
import type { Authentication, Target } from './target.ts';
import schema from './target.schema.json' with { type: 'json' };

/** The content of a target file, after its variables are replaced. */
export type TargetFile = Partial<Omit<Target, 'secrets' | 'baseUrl' | 'authentication'>> & {
  readonly baseUrl: string;
  readonly authentication?: Partial<{ readonly [Member in keyof Authentication]: string }>;
};

/** The JSON Schema of a target file. */
const targetSchema: Readonly<Record<string, unknown>> = schema;

/** Every member of a target file, and of its members, such as `keys` and `keys.expired`. */
export const targetMembers: readonly string[] = Object.entries(
  isObject(targetSchema.properties) ? targetSchema.properties : {},
).flatMap(([name, schema]) => [name, ...membersIn(schema).map((member) => `${name}.${member}`)]);

let compiled: ValidateFunction<Omit<TargetFile, 'baseUrl'>> | undefined;

// Compiled on first use, because that takes a third of the time of a command that reads no target file.
function validator(): ValidateFunction<Omit<TargetFile, 'baseUrl'>> {
  // Verbose, because the description of an unknown member names the known ones.
  const options = { allErrors: true, strict: true, verbose: true };
  return (compiled ??= new Ajv2020(options).compile<Omit<TargetFile, 'baseUrl'>>(targetSchema));
}

/** Compares a target file with its schema. Returns the file if it fits and has a base URL, and every problem. */
export function schemaProblems({ content, unsetPlaces }: Resolved): {
  readonly file?: TargetFile;
  readonly problems: readonly string[];
} {
  const validate = validator();
  if (validate(content)) {
    return hasBaseUrl(content)
      ? { file: content, problems: [] }
      : { problems: ['it has no "baseUrl"; add it, or pass --url URL'] };
  }
  const errors = (validate.errors ?? []).filter(
    // A variable that is not set, and a URL that cannot be used, are reported in other words.
    ({ instancePath, keyword }) =>
      !unsetPlaces.has(instancePath) && !(instancePath === '/baseUrl' && keyword === 'pattern'),
  );
  return { problems: errors.map(describe) };
}

function hasBaseUrl(content: Omit<TargetFile, 'baseUrl'>): content is TargetFile {
  return 'baseUrl' in content;
}

function describe({ instancePath, message, params, parentSchema }: ErrorObject): string {
  const where = instancePath || '/';
  if ('additionalProperty' in params) {
    const known = Object.keys(parentSchema?.properties ?? {}).map((name) => JSON.stringify(name));
    return `${where} must not contain ${JSON.stringify(params.additionalProperty)}; it may contain ${known.join(', ')}`;
  }
  const allowed = 'allowedValues' in params ? `: ${params.allowedValues.join(', ')}` : '';
  return `${where} ${message}${allowed}`;
}

function membersIn(schema: unknown): readonly string[] {
  return isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
}
