import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { AncestorIds } from './ancestors.ts';
import { ancestorIdsFor } from './ancestors.ts';
import { fillValues, namesParent } from './fill-values.ts';
import type { Fixtures, RecordPurpose } from './fixtures.ts';
import type { OwnRecord } from './own-record.ts';
import { NotApplicable, NotProvokable } from './not-provokable.ts';
import type { RecordId } from './record-id.ts';
import type { RequestDraft } from './request-draft.ts';
import type { IdForm, Target, TargetEntity, TargetReference, Values } from './target.ts';

/** Ids that are unlikely to exist. The integer fits into 32 bits. */
const unlikelyIds = {
  integer: 2147483600,
  string: 'no-such-record-2147483600',
  uuid: '2147483e-0000-4000-8000-214748360000',
} as const satisfies Readonly<Record<IdForm, string | number>>;

/** Returns an id that no record of the target has. */
export function missingIdOf({ fixtures, ids }: Target): string | number {
  return fixtures.missingId ?? unlikelyIds[ids];
}

/** What a scenario needs to provoke a failure: the target, the fixtures, and valid requests to start from. */
export class PlanContext {
  readonly target: Target;
  readonly #fixtures: Fixtures;
  readonly #newToken: () => string;
  readonly #needs: readonly RecordPurpose[] | undefined;

  /**
   * @param newToken returns digits that no other value of the run contains, different on each call
   * @param needs the records that may be requested; all of them by default
   */
  constructor(target: Target, fixtures: Fixtures, newToken: () => string, needs?: readonly RecordPurpose[]) {
    this.target = target;
    this.#fixtures = fixtures;
    this.#newToken = newToken;
    this.#needs = needs;
  }

  get entity(): TargetEntity {
    const { entity, lacks } = this.target;
    if (entity === undefined && lacks?.entity !== undefined) throw new NotProvokable(lacks.entity);
    return needed(entity, 'entity');
  }

  get reference(): TargetReference {
    const { reference, lacks } = this.target;
    if (reference === undefined && lacks?.reference !== undefined) throw new NotApplicable(lacks.reference);
    return needed(reference, 'reference');
  }

  /** The name of an entity that does not exist. */
  get missingEntity(): string {
    return this.entity.missing ?? contract.scenarios.entityNotFound.values.entityName.example;
  }

  get missingId(): RecordId {
    return missingIdOf(this.target);
  }

  /**
   * Returns a record of the run.
   * @throws {Error} when the variant does not declare the record in its `needs`
   */
  record(purpose: RecordPurpose): OwnRecord {
    if (this.#needs?.includes(purpose) === false)
      throw new Error(`a variant uses the record "${purpose}" but does not declare it in its needs`);
    if (purpose === 'child' && this.target.lacks?.reference !== undefined)
      throw new NotApplicable(this.target.lacks.reference);
    const record = this.#fixtures.records[purpose];
    if ('reason' in record) throw new NotProvokable(record.reason);
    return record;
  }

  /** The id of the record for requests that must be rejected, or an id that no record has. */
  refusedId(): RecordId {
    const record = this.#fixtures.records.refused;
    return 'reason' in record ? this.missingId : record.id;
  }

  /** Returns the values of a valid new record. Its unique value is different on each call. */
  newValues(): Values {
    const { valid } = this.entity;
    return fillValues(
      valid,
      this.#newToken(),
      namesParent(valid) ? this.#parentId() : undefined,
      this.#ancestorIds(valid),
    );
  }

  #ancestorIds(values: Values): AncestorIds {
    const ids = ancestorIdsFor(values, this.#fixtures.ancestors ?? new Map());
    if ('reason' in ids) throw new NotProvokable(ids.reason);
    return ids;
  }

  /** The id of the record that new records of the entity reference. */
  #parentId(): RecordId {
    const { parent } = this.#fixtures.records;
    if ('reason' in parent) throw new NotProvokable(parent.reason);
    return parent.id;
  }

  /** Returns the values of a valid new record that references `parentId`. */
  newReference(parentId: RecordId): Values {
    const { valid } = this.reference;
    return fillValues(valid, this.#newToken(), parentId, this.#ancestorIds(valid));
  }

  /** @throws {NotApplicable} when the column that identifies records may have the same value in several of them */
  requireUnique(): void {
    const { lacks } = this.target;
    if (lacks?.unique !== undefined) throw new NotApplicable(lacks.unique);
  }

  /**
   * The name of the unique column.
   * @throws {NotApplicable} if the entity has no unique column
   */
  get uniqueColumn(): string {
    this.requireUnique();
    return this.entity.unique;
  }

  /** Returns a valid change: a new unique value. */
  change(): Values {
    const { unique } = this.entity;
    const value = this.newValues()[unique];
    if (typeof value !== 'string' || value === this.entity.valid[unique]) {
      throw new NotProvokable(`entity.valid.${unique} in the target file is not a string that contains {run}`);
    }
    return { [unique]: value };
  }

  /** Returns a valid request of an operation. If it addresses a record, that is the one for requests that must be rejected. */
  validRequest(operationId: OperationId): RequestDraft {
    const { target } = this;
    return {
      operationId,
      organization: needed(target.organization, 'organization'),
      workspace: needed(target.workspace, 'workspace'),
      entityName: this.entity.name,
      key: needed(target.keys.readWrite, 'keys.readWrite'),
      authentication: target.authentication,
      ...(contract.operations[operationId].path.includes('{id}') ? { id: this.refusedId() } : {}),
      ...(contract.operations[operationId].takesBody ? { body: this.#validBody(operationId) } : {}),
    };
  }

  #validBody(operationId: OperationId): unknown {
    const { body, path } = contract.operations[operationId];
    if (body !== 'record') return [this.batchItem(operationId, this.refusedId())];
    return path.includes('{id}') ? this.change() : this.newValues();
  }

  /** Returns a valid item of a batch. */
  batchItem(operationId: OperationId, id: RecordId): unknown {
    switch (contract.operations[operationId].body) {
      case 'records':
        return this.newValues();
      case 'changes':
        return { id, ...this.change() };
      default:
        return id;
    }
  }
}

/**
 * Returns the value of a member of the target file.
 * @throws {NotProvokable} when the target file does not have the member
 */
export function needed<Value>(value: Value | undefined, member: string): Value {
  if (value === undefined) throw new NotProvokable(`the target file has no "${member}"`);
  return value;
}
