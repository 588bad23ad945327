import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { fillValues } from './fill-values.ts';
import type { Fixtures, OwnRecord, RecordPurpose } from './fixtures.ts';
import { NotProvokable } from './planned-case.ts';
import type { RequestDraft } from './request-draft.ts';
import type { Target, TargetEntity, TargetReference, Values } from './target.ts';

/** An id that is unlikely to exist, and that fits into 32 bits. */
const UNLIKELY_ID = 2147483600;

/** What a scenario needs to know to provoke itself: the target, the fixtures, and requests to start from. */
export class PlanContext {
  readonly target: Target;
  readonly #fixtures: Fixtures;
  readonly #newToken: () => string;
  readonly #needs: readonly RecordPurpose[] | undefined;

  /**
   * @param newToken gives digits that no other value of the run has, other ones at each call
   * @param needs the records that may be asked for; all of them without it
   */
  constructor(target: Target, fixtures: Fixtures, newToken: () => string, needs?: readonly RecordPurpose[]) {
    this.target = target;
    this.#fixtures = fixtures;
    this.#newToken = newToken;
    this.#needs = needs;
  }

  get entity(): TargetEntity {
    return needed(this.target.entity, 'entity');
  }

  get reference(): TargetReference {
    return needed(this.target.reference, 'reference');
  }

  /** The name of an entity that is not there. */
  get missingEntity(): string {
    return this.entity.missing ?? contract.scenarios.entityNotFound.values.entityName.example;
  }

  get missingId(): string | number {
    return this.target.fixtures.missingId ?? UNLIKELY_ID;
  }

  /**
   * A record of the run's own.
   * @throws {Error} when the variant does not declare that it needs it
   */
  record(purpose: RecordPurpose): OwnRecord {
    if (this.#needs?.includes(purpose) === false)
      throw new Error(`a variant uses the record "${purpose}" and does not declare it in its needs`);
    const record = this.#fixtures.records[purpose];
    if ('reason' in record) throw new NotProvokable(record.reason);
    return record;
  }

  /** The id of a record of the run's own that a refused request may aim at, or an id that no record has. */
  refusedId(): string | number {
    const record = this.#fixtures.records.refused;
    return 'reason' in record ? this.missingId : record.id;
  }

  /** The values of a valid new record; its unique value is new at each call. */
  newValues(): Values {
    return fillValues(this.entity.valid, this.#newToken());
  }

  /** The values of a valid new record that references `parentId`. */
  newReference(parentId: string | number): Values {
    return fillValues(this.reference.valid, this.#newToken(), parentId);
  }

  /** A change that is accepted: a new unique value. */
  change(): Values {
    const { unique } = this.entity;
    const value = this.newValues()[unique];
    if (typeof value !== 'string' || value === this.entity.valid[unique]) {
      throw new NotProvokable(`the target file's entity.valid.${unique} is not a text with {run} in it`);
    }
    return { [unique]: value };
  }

  /** A request of an operation that is right in everything, aimed at a record that may be refused. */
  validRequest(operationId: OperationId): RequestDraft {
    const { target } = this;
    return {
      operationId,
      organization: needed(target.organization, 'organization'),
      workspace: needed(target.workspace, 'workspace'),
      entityName: this.entity.name,
      key: needed(target.keys.readWrite, 'keys.readWrite'),
      ...(contract.operations[operationId].path.includes('{id}') ? { id: this.refusedId() } : {}),
      ...(contract.operations[operationId].takesBody ? { body: this.#validBody(operationId) } : {}),
    };
  }

  #validBody(operationId: OperationId): unknown {
    const { body, path } = contract.operations[operationId];
    if (body !== 'record') return [this.batchItem(operationId, this.refusedId())];
    return path.includes('{id}') ? this.change() : this.newValues();
  }

  /** A valid item of a batch. */
  batchItem(operationId: OperationId, id: string | number): unknown {
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

/** @throws {NotProvokable} where the target file leaves a member out, naming it */
export function needed<Value>(value: Value | undefined, member: string): Value {
  if (value === undefined) throw new NotProvokable(`the target file has no ${member}`);
  return value;
}
