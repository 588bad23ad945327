import type { OperationId } from '../../contract/index.ts';
import type {
  CaseName,
  OwnRecord,
  PlannedCase,
  RecordId,
  RequestDraft,
  Target,
  UnprovokedCase,
  Values,
} from '../../plan/index.ts';
import {
  ancestorIdsFor,
  declaredReason,
  fillValues,
  missingIdOf,
  needed,
  NotApplicable,
  NotProvokable,
} from '../../plan/index.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import type { Lineage } from '../values/lineage.ts';
import { lineageOf } from '../values/lineage.ts';
import type { Problem, RecordShape } from '../values/record-shape.ts';
import { recordShape } from '../values/record-shape.ts';
import type { ConstraintFixtures } from './constraint-records.ts';
import { digitsOf, FIRST_CASE, keyOf } from './constraint-records.ts';

/** Makes the cases that test the rules of a definition. */
export class CaseMaker {
  readonly target: Target;
  readonly #fixtures: ConstraintFixtures;
  readonly #lineage: Lineage;
  #next = FIRST_CASE;

  constructor(target: Target, fixtures: ConstraintFixtures) {
    this.target = target;
    this.#fixtures = fixtures;
    this.#lineage = lineageOf(target.definition?.entities ?? []);
  }

  /** Returns how to create records of an entity. */
  shapeOf(entity: EntityDefinition): RecordShape {
    return this.#lineage.creatable.find((shape) => shape.entity === entity) ?? recordShape(entity);
  }

  /** @throws {NotProvokable} if the run cannot create records of an entity, or could not recognize them */
  requireCreatable({ name }: EntityDefinition): void {
    const problem = this.#lineage.problems.get(name);
    if (problem !== undefined) throw errorOf(problem);
  }

  /** @throws {NotProvokable} if no valid record of an entity is known */
  requireValues(entity: EntityDefinition): void {
    const { problem } = recordShape(entity);
    if (problem !== undefined) throw errorOf(problem);
  }

  /** Plans one case, or says why it cannot be provoked. */
  case(name: CaseName, make: () => PlannedCase): PlannedCase | UnprovokedCase {
    const declared = declaredReason(this.target, name);
    if (declared !== undefined) return { ...name, reason: declared, declared: true };
    try {
      return make();
    } catch (error) {
      if (!(error instanceof NotProvokable)) throw error;
      return { ...name, reason: error.message, declared: error instanceof NotApplicable };
    }
  }

  /** Returns a request of an operation on an entity. */
  draft(operationId: OperationId, entityName: string, parts: Pick<RequestDraft, 'id' | 'body'>): RequestDraft {
    const { target } = this;
    return {
      operationId,
      organization: needed(target.organization, 'organization'),
      workspace: needed(target.workspace, 'workspace'),
      entityName,
      key: needed(target.keys.readWrite, 'keys.readWrite'),
      authentication: target.authentication,
      ...parts,
    };
  }

  /** Returns the values of a valid new record, which differ on each call. */
  newValues(shape: RecordShape, valid: Values = shape.ordinary): Values {
    const ids = ancestorIdsFor(valid, this.#fixtures.firsts);
    if ('reason' in ids) {
      this.requireCreatable(shape.entity);
      throw new NotProvokable(ids.reason);
    }
    const digits = digitsOf(this.#fixtures.run, this.#next++);
    if (typeof digits !== 'string') throw new NotProvokable(digits.reason);
    return fillValues(valid, digits, undefined, ids);
  }

  /** Returns a record that was created in advance. */
  record(...key: Parameters<typeof keyOf>): OwnRecord {
    const record = this.#fixtures.records.get(keyOf(...key)) ?? { reason: 'it could not be created' };
    if ('reason' in record) throw new NotProvokable(record.reason);
    return record;
  }

  /** Returns an id that no record of an entity has. */
  missingId(entity: string): RecordId {
    const id = missingIdOf(this.target);
    if (this.#fixtures.occupied.has(entity))
      throw new NotProvokable(
        `no id of ${entity} is known that no record has; set "fixtures.missingId" in a target file`,
      );
    return id;
  }
}

function errorOf({ reason, isFixable }: Problem): NotProvokable {
  return isFixable ? new NotProvokable(reason) : new NotApplicable(reason);
}
