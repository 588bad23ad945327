import type { AncestorRecords } from './ancestors.ts';
import { ancestorIdsFor } from './ancestors.ts';
import { fillValues, namesParent } from './fill-values.ts';
import type { OwnRecord, Unavailable } from './own-record.ts';
import type { RecordId } from './record-id.ts';
import type { Ancestor, Target, Values } from './target.ts';

/** The purposes of the run's own records. Each purpose has its own record, so that requests do not affect each other. */
export const recordPurposes = [
  'read',
  'taken',
  'update',
  'refused',
  'delete',
  'bulkUpdateFirst',
  'bulkUpdateSecond',
  'bulkDeleteFirst',
  'bulkDeleteSecond',
  'parent',
  'child',
] as const;

export type RecordPurpose = (typeof recordPurposes)[number];

/** The records that exist on the target when the plan is made. */
export interface Fixtures {
  /** Digits that are unique to this run. */
  readonly run: string;
  readonly records: Readonly<Record<RecordPurpose, OwnRecord | Unavailable>>;
  /** The records that others must reference, by entity; none by default. */
  readonly ancestors?: AncestorRecords;
}

/** A record to create before the plan is made. */
export interface RecordToArrange {
  readonly entityName: string;
  readonly values: Values;
}

/**
 * Describes the record to create for a purpose.
 * @param parentId the id of the record that was created for `parent`
 * @param ancestors the records that others must reference
 */
export function recordToArrange(
  target: Target,
  purpose: RecordPurpose,
  run: string,
  parentId: RecordId | undefined,
  ancestors: AncestorRecords = new Map(),
): RecordToArrange | Unavailable {
  const token = `${run}${String(recordPurposes.indexOf(purpose)).padStart(4, '0')}`;
  const filled = (entityName: string, values: Values): RecordToArrange | Unavailable => {
    const ids = ancestorIdsFor(values, ancestors);
    return 'reason' in ids ? ids : { entityName, values: fillValues(values, token, parentId, ids) };
  };
  const { entity, reference } = target;
  if (purpose === 'child') {
    if (reference === undefined) return { reason: 'the target file has no "reference"' };
    if (parentId === undefined) return { reason: `no ${reference.parent} could be created for it to reference` };
    return filled(reference.entity, reference.valid);
  }
  if (purpose === 'parent' && reference !== undefined) {
    const { parent, parentValid } = reference;
    if (parentValid !== undefined) return filled(parent, parentValid);
    if (parent !== entity?.name) return { reason: 'the target file has no "reference.parentValid"' };
  }
  if (entity === undefined) return { reason: 'the target file has no "entity"' };
  if (namesParent(entity.valid) && parentId === undefined)
    return { reason: `no ${reference?.parent ?? 'parent'} could be created for it to reference` };
  return filled(entity.name, entity.valid);
}

/** Describes an ancestor to create. */
export function ancestorToArrange(
  { entity, valid }: Ancestor,
  token: string,
  earlier: AncestorRecords,
): RecordToArrange | Unavailable {
  const ids = ancestorIdsFor(valid, earlier);
  return 'reason' in ids ? ids : { entityName: entity, values: fillValues(valid, token, undefined, ids) };
}

/** The fixtures of a run that could not create any record. */
export function noFixtures(reason: string): Fixtures {
  const records = recordPurposes.map((purpose) => [purpose, { reason }] as const);
  return { run: '', records: Object.fromEntries(records) as Fixtures['records'] };
}

/** The fixtures of a target that stores nothing: the records that the target file lists. */
export function fixturesOfStateless(target: Target, run: string): Fixtures {
  const { entity, reference, fixtures } = target;
  const existing = (purpose: RecordPurpose): OwnRecord | Unavailable => {
    const id = (purpose === 'parent' ? fixtures.referencedId : undefined) ?? fixtures.existingId;
    if (id === undefined) return { reason: 'the target file has no "fixtures.existingId"' };
    const valid = purpose === 'child' ? reference?.valid : entity?.valid;
    return { id, values: fillValues(valid ?? {}, run, id) };
  };
  const records = recordPurposes.map((purpose) => [purpose, existing(purpose)] as const);
  const { takenValue } = fixtures;
  const taken: OwnRecord | Unavailable =
    entity === undefined || takenValue === undefined
      ? { reason: 'the target file has no "fixtures.takenValue"' }
      : { id: fixtures.existingId ?? '', values: { [entity.unique]: takenValue } };
  return { run, records: { ...(Object.fromEntries(records) as Fixtures['records']), taken } };
}
