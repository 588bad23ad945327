import type { OperationId, ScenarioName } from '../contract/index.ts';

/** Values by column, as a request carries them. Texts may hold `{run}` and `{parent}`. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * An implementation under test, and what must be known of it to provoke every documented failure: the content of a target
 * file (`target.schema.json` describes each member). Whatever is left out leaves scenarios that can not be provoked.
 */
export interface Target {
  /** Everything before `/{orgSlug}`, without a slash at its end. */
  readonly baseUrl: string;
  readonly organization?: string;
  readonly workspace?: string;
  readonly keys: TargetKeys;
  readonly restricted?: RestrictedWorkspace;
  readonly entity?: TargetEntity;
  readonly reference?: TargetReference;
  readonly fixtures: TargetFixtures;
  /** Whether nothing that is sent is stored, so that writes may aim at the fixtures' records: a mock. */
  readonly stateless: boolean;
  /** What to add to a request so that the target fails on purpose. */
  readonly faults: { readonly [Name in ScenarioName]?: { readonly headers: Readonly<Record<string, string>> } };
  /** Why a scenario (or `operationId.scenario`) can not be provoked on this target. */
  readonly unreachable: Readonly<Record<string, string>>;
  /** Operations that the target does not have at all, and why. */
  readonly absentOperations: { readonly [Id in OperationId]?: string };
  /** Every secret of the file by the name under which reports show it. */
  readonly secrets: Readonly<Record<string, string>>;
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
  /** The mode as messages write it, e.g. `read-only`. */
  readonly mode: string;
}

/** An entity with a unique column and with constraints. */
export interface TargetEntity {
  readonly name: string;
  readonly valid: Values;
  readonly unique: string;
  /** For each of some columns a value that breaks its constraints. */
  readonly invalid: Values;
  /** A column that a new record must have. Without it an empty record is sent. */
  readonly required?: string;
  /** A name that no entity has; the contract's own example without it. */
  readonly missing?: string;
}

/** An entity with a column that references another entity. */
export interface TargetReference {
  readonly entity: string;
  readonly valid: Values;
  readonly column: string;
  readonly parent: string;
  /** How to create a record of the parent; without it the parent is the `entity` above. */
  readonly parentValid?: Values;
  /** The parent as messages name it. */
  readonly table: string;
  /** The referencing entity as messages name it; without it the message of `recordReferenced` is compared in its id and column alone. */
  readonly referencingTable?: string;
  readonly missing: string | number;
}

export interface TargetFixtures {
  readonly existingId?: string | number;
  readonly missingId?: string | number;
  readonly takenValue?: string;
  readonly referencedId?: string | number;
}
