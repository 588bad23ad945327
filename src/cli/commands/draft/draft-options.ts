import { keyVariables, unsendable } from '../../../plan/index.ts';
import { isDefinedName } from '../../../workspace/index.ts';
import { contract } from '../../../contract/index.ts';
import { connectionOptions, readHeader, readUrl } from '../../arguments/connection-options.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { readBytes } from '../../arguments/read-json-file.ts';
import { readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { Place } from './sampled-api.ts';
import { requireSeparate } from '../../output/separate-files.ts';

const { basePath } = contract.servers.server;

/** The options of `draft`. */
export const draftOptions = {
  url: {
    type: 'string',
    value: 'URL',
    text: `everything before /{orgSlug}, e.g. https://staging.example.com${basePath}`,
  },
  workspace: {
    type: 'string',
    value: 'NAME',
    text: 'the workspace to read, as ORGANIZATION/WORKSPACE',
    variable: null,
  },
  entity: {
    type: 'string',
    value: 'NAME',
    multiple: true,
    default: [],
    text: 'an entity to draft, as its name is in paths; repeatable',
    variable: null,
  },
  pages: {
    type: 'string',
    value: 'N',
    default: '5',
    text: 'read at most N pages of 100 records of each entity, spread over all of them (default {default})',
    variable: null,
  },
  out: { type: 'string', value: 'FILE', text: 'the file to write (default: standard output)', variable: null },
  ...connectionOptions,
  timeout: {
    type: 'string',
    value: 'MS',
    default: '10000',
    text: 'how long to wait for a response, in milliseconds (default {default})',
  },
} satisfies OptionTable;

/** The options of `draft`, read and checked. */
export interface DraftCommand {
  readonly place: Place;
  /** The environment variable with the key. */
  readonly variable: string;
  readonly entities: readonly string[];
  readonly pages: number;
  readonly out: NamedFile | undefined;
  readonly connection: {
    readonly baseUrl: string;
    readonly timeout: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly insecure: boolean;
    readonly proxy: NodeJS.ProcessEnv;
    readonly ca?: string;
  };
}

/**
 * Reads the options of `draft`, and the key from the environment.
 * @throws {UsageError} if one of them is missing or invalid
 */
export async function readDraftOptions(words: readonly string[], environment = process.env): Promise<DraftCommand> {
  const { options, nameOf } = readOptions(words, draftOptions, environment);
  const { url, workspace = '', entity, ca } = options;
  if (url === undefined) throw new UsageError('--url is missing');
  if (entity.length === 0) throw new UsageError('--entity is missing');
  const invalid = entity.find((name) => !isDefinedName(name));
  if (invalid !== undefined)
    throw new UsageError(
      `--entity takes a name of letters, digits and underscores, such as Ticket, not ${JSON.stringify(invalid)}`,
    );
  const [, organization, slug] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(workspace) ?? [];
  if (organization === undefined || slug === undefined)
    throw new UsageError(
      workspace === ''
        ? '--workspace is missing'
        : `${nameOf('workspace')} takes ORGANIZATION/WORKSPACE, not ${JSON.stringify(workspace)}`,
    );
  const { key, variable } = readKey(environment);
  const out = namedFile(nameOf('out'), options.out);
  requireSeparate([out], [ca]);
  return {
    place: { organization, workspace: slug, key },
    variable,
    entities: [...new Set(entity)],
    pages: readNumber(nameOf('pages'), options.pages, { min: 1, max: 1000 }),
    out,
    connection: {
      baseUrl: readUrl(nameOf('url'), url),
      timeout: readNumber(nameOf('timeout'), options.timeout, { min: 1, max: 600_000 }),
      headers: Object.fromEntries(options.header.map((text) => readHeader(nameOf('header'), text))),
      insecure: options.insecure,
      proxy: environment,
      ...(ca === undefined ? {} : { ca: (await readBytes({ option: nameOf('ca'), file: ca })).toString() }),
    },
  };
}

/** A key that can only read is enough, so it is preferred. */
function readKey(environment: NodeJS.ProcessEnv): { readonly key: string; readonly variable: string } {
  const { readOnly, readWrite } = keyVariables;
  for (const variable of [readOnly, readWrite]) {
    const key = environment[variable] ?? '';
    if (key === '') continue;
    const problem = unsendable(key);
    if (problem !== undefined) throw new UsageError(`the key in ${variable} ${problem}`);
    return { key, variable };
  }
  throw new UsageError(`no key can read: set ${readOnly} or ${readWrite}`);
}
