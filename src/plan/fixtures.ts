import { fillValues, namesParent } from './fill-values.ts';
import type { RecordId } from './record-id.ts';
import type { Target, Values } from './target.ts';

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

/** A record that the run may use, with the values it was created with. */
export interface OwnRecord {
  readonly id: RecordId;
  readonly values: Values;
}

/** A record that the run needs and does not have. */
export interface Unavailable {
  readonly reason: string;
}

/** The records that exist on the target when the plan is made. */
export interface Fixtures {
  /** Digits that are unique to this run. */
  readonly run: string;
  readonly records: Readonly<Record<RecordPurpose, OwnRecord | Unavailable>>;
}

/** A record to create before the plan is made. */
export interface RecordToArrange {
  readonly entityName: string;
  readonly values: Values;
}

/**
 * Describes the record to create for a purpose.
 * @param parentId the id of the record that was created for `parent`
 */
export function recordToArrange(
  target: Target,
  purpose: RecordPurpose,
  run: string,
  parentId: RecordId | undefined,
): RecordToArrange | Unavailable {
  const token = `${run}${String(recordPurposes.indexOf(purpose)).padStart(4, '0')}`;
  const { entity, reference } = target;
  if (purpose === 'child') {
    if (reference === undefined) return { reason: 'the target file has no "reference"' };
    if (parentId === undefined) return { reason: `no ${reference.parent} could be created for it to reference` };
    return { entityName: reference.entity, values: fillValues(reference.valid, token, parentId) };
  }
  if (purpose === 'parent' && reference !== undefined) {
    const { parent, parentValid } = reference;
    if (parentValid !== undefined) return { entityName: parent, values: fillValues(parentValid, token) };
    if (parent !== entity?.name) return { reason: 'the target file has no "reference.parentValid"' };
  }
  if (entity === undefined) return { reason: 'the target file has no "entity"' };
  if (namesParent(entity.valid) && parentId === undefined)
    return { reason: `no ${reference?.parent ?? 'parent'} could be created for it to reference` };
  return { entityName: entity.name, values: fillValues(entity.valid, token, parentId) };
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
