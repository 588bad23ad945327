import type { OperationId, ScenarioName } from '../contract/index.ts';
import type { EntityDefinition } from '../workspace/index.ts';

/** Values by column, as they are sent. Strings may contain `{run}`, `{run:N}` and `{parent}`, at any depth. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * The target, with what the verifier needs to provoke every documented failure: the content of a target file
 * (`target.schema.json` describes each member). Scenarios whose members are missing cannot be provoked.
 */
export interface Target {
  /** Everything before `/{orgSlug}`, without a trailing slash. */
  readonly baseUrl: string;
  readonly organization?: string;
  readonly workspace?: string;
  readonly keys: TargetKeys;
  /** How API keys are sent; as Bearer tokens by default. */
  readonly authentication: Authentication;
  /** Sent with every request, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The form of the ids of records; `integer` by default. */
  readonly ids: IdForm;
  /** The status of the response to a malformed id; 404 by default, as for any other id that no record has. */
  readonly malformedId: MalformedIdStatus;
  readonly restricted?: RestrictedWorkspace;
  readonly entity?: TargetEntity;
  readonly reference?: TargetReference;
  /** The records that those of the run must reference, each after those that it references itself; none by default. */
  readonly ancestors?: readonly Ancestor[];
  /** The entities of the workspace, if a definition describes them. */
  readonly definition?: { readonly entities: readonly EntityDefinition[] };
  /** What the definition shows that the workspace does not have, each with a sentence. Nothing can show the scenarios that need it. */
  readonly lacks?: Lacks;
  readonly fixtures: TargetFixtures;
  /** Whether the target stores nothing, as a mock does. Then writes may address the records in `fixtures`. */
  readonly stateless: boolean;
  /** How long the target may take until its reads show a change, in milliseconds; 2,000 by default. */
  readonly settle: number;
  /** Headers that make the target fail on purpose, by scenario. */
  readonly faults: { readonly [Name in ScenarioName]?: { readonly headers: Readonly<Record<string, string>> } };
  /** Why a scenario (or `operationId.scenario`) cannot be provoked on this target. */
  readonly unreachable: Readonly<Record<string, string>>;
  /** Why the target does not have an operation, by operationId. */
  readonly absentOperations: { readonly [Id in OperationId]?: string };
  /** Every secret of the file, by the name that reports show instead. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** A record that others of the run must reference: its entity, and the values to create it with. */
export interface Ancestor {
  readonly entity: string;
  readonly valid: Values;
}

/** What a workspace may lack. */
export interface Lacks {
  /** An entity whose records the run can create and recognize. */
  readonly entity?: string;
  /** A unique text column. `entity.unique` then only identifies records. */
  readonly unique?: string;
  readonly reference?: string;
  /** A required column of the entity. */
  readonly required?: string;
}

/** The form of the ids of records. The contract requires integers. */
export type IdForm = 'integer' | 'string' | 'uuid';

/** The status of the response to a malformed id. The contract requires 404. */
export type MalformedIdStatus = 400 | 404 | 422;

/** How API keys are sent. The contract requires the scheme `Bearer` in the header `authorization`. */
export interface Authentication {
  /** The lower-case name of the header. */
  readonly header: string;
  /** What precedes the key, followed by a space; `null` if the header contains only the key. */
  readonly scheme: string | null;
}

export interface TargetKeys {
  readonly readWrite?: string;
  readonly readOnly?: string;
  readonly expired?: string;
  readonly revoked?: string;
  readonly otherWorkspace?: string;
}

/** A workspace whose access mode does not allow writes. */
export interface RestrictedWorkspace {
  readonly workspace: string;
  readonly key: string;
  /** The access mode as it appears in messages, e.g. `read-only`. */
  readonly mode: string;
}

/** An entity with a unique column and with constraints. */
export interface TargetEntity {
  readonly name: string;
  readonly valid: Values;
  readonly unique: string;
  /** Invalid values by column: each violates a constraint of its column. */
  readonly invalid: Values;
  /** A column that a new record must have. Without it, an empty record is sent. */
  readonly required?: string;
  /** A name that no entity has. Defaults to the contract's own example. */
  readonly missing?: string;
}

/** An entity with a column that references another entity. */
export interface TargetReference {
  readonly entity: string;
  readonly valid: Values;
  readonly column: string;
  readonly parent: string;
  /** The values of a parent record. By default those of the `entity` above, if that is the parent. */
  readonly parentValid?: Values;
  /** The parent's name in messages. */
  readonly table: string;
  /**
   * The referencing entity's name in messages. Without it, only the id and the column in the message of `recordReferenced` are
   * compared.
   */
  readonly referencingTable?: string;
  readonly missing: string | number;
}

export interface TargetFixtures {
  readonly existingId?: string | number;
  readonly missingId?: string | number;
  readonly takenValue?: string;
  readonly referencedId?: string | number;
}
