import type { ScenarioName } from '../contract/index.ts';

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
