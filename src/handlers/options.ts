import type { ScenarioName } from '../contract/index.ts';
import { contract, isObject } from '../contract/index.ts';
import { requireKnown } from './require-known.ts';

/** Records by the name of their entity. */
export type RecordsByEntity = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What the mock shows in tests, and where. */
export interface MockOptions {
  /**
   * Everything before `/{orgSlug}`: `https://api.example.com/api/v1`. A path such as `/api/v1` stands for this path of every origin. Other
   * requests are not the mock's.
   */
  readonly baseUrl: string;
  /**
   * Your own workspaces: the content of a definition file. By default, the demo workspaces. A column with a `PATTERN` constraint needs an
   * `example`, unless the definition has records of its entity.
   */
  readonly definition?: object;
  /** The records to show, by entity, in every workspace that has the entity. By default, those of the definition, or examples. */
  readonly records?: RecordsByEntity;
  /**
   * Whether to keep what requests create, update and delete until `reset()`. False by default: then every positive integer is the id of a
   * record, and nothing that a test does changes what the next one sees. If true, only records that are shown or were created exist.
   */
  readonly keep?: boolean;
  /** A failure of every request to an operation that documents it. By default, a request fails only if it triggers a failure. */
  readonly failure?: ScenarioName | undefined;
}

/** Every option, by its name. */
const NAMES = {
  baseUrl: true,
  definition: true,
  records: true,
  keep: true,
  failure: true,
} satisfies Record<keyof MockOptions, true>;

/**
 * Checks options that JavaScript passes without a compiler. A definition is checked with the first request, because what it takes is
 * loaded only then.
 * @throws {TypeError} if an option does not exist or has the wrong type
 */
export function requireOptions(options: MockOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError("the options are missing; pass { baseUrl: 'https://api.example.com/v1' }");
  for (const name of Object.keys(options)) requireKnown('the mock', name, Object.keys(NAMES));
  const { definition, failure, records } = options;
  if (failure !== undefined) requireKnown('the option failure', failure, contract.scenarioNames);
  if (definition !== undefined && !(isObject(definition) && Array.isArray(definition.workspaces)))
    throw new TypeError(
      'definition must be the content of a definition file, with its workspaces; pass JSON, not the name of a file',
    );
  if (records !== undefined && !(isObject(records) && Object.values(records).every(Array.isArray)))
    throw new TypeError('records must have a list of records for each entity: { Customer: [{ … }] }');
}
