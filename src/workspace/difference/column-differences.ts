import { maximumLength, maximumNumber, scaleOf } from '../column-type.ts';
import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import { constraintDifferences } from './constraint-differences.ts';
import type { EntityDifference } from './difference.ts';
import { textDifferences } from './text-differences.ts';
import { boundsOf } from './value-bounds.ts';

/** Compares a column that is in both definitions. */
export function columnDifferences(
  { name: entity }: EntityDefinition,
  before: ColumnDefinition,
  after: ColumnDefinition,
): readonly EntityDifference[] {
  const place = { entity, column: after.name };
  const subject = `${entity}.${after.name}`;
  return [...typeDifferences(before, after), ...limitDifferences(before, after), ...referenceDifferences(before, after)]
    .map(({ message, ...rest }) => ({ ...rest, message: `${subject} ${message}` }))
    .concat(constraintDifferences(subject, before, after), textDifferences(subject, before, after, place))
    .map((difference) => ({ ...difference, ...place }));
}

function typeDifferences(before: ColumnDefinition, after: ColumnDefinition): EntityDifference[] {
  const differences: EntityDifference[] = [];
  const add = (kind: EntityDifference['kind'], impact: EntityDifference['impact'], message: string): void => {
    differences.push({ kind, change: 'changed', impact, message });
  };
  const [wasRequired, isRequired] = [before, after].map(({ nullable }) => nullable === false);
  const [wasUnique, isUnique] = [before, after].map(({ unique }) => unique === true);
  if (before.type !== after.type) add('type', 'major', `is now ${after.type}, was ${before.type}`);
  // Null breaks clients that read, and a required column those that write.
  if (wasRequired !== isRequired)
    add(
      'nullability',
      'major',
      isRequired ? 'is now required, and cannot be null' : 'can now be null, and be left out',
    );
  if (wasUnique !== isUnique) {
    if (isUnique) add('unique', 'major', 'must now be unique');
    else add('unique', 'minor', 'no longer has to be unique');
  }
  return differences;
}

function limitDifferences(before: ColumnDefinition, after: ColumnDefinition): EntityDifference[] {
  if (before.type !== after.type) return [];
  const change = 'changed';
  const [length, scale] = [maximumLength(after), scaleOf(after)];
  if (after.type === 'TEXT' && length !== maximumLength(before)) {
    const impact = boundsOf(before).high <= length ? 'minor' : 'major';
    const message = `can now have ${length} characters, was ${maximumLength(before)}`;
    return [{ kind: 'length', change, impact, message }];
  }
  if (scale === scaleOf(before)) return [];
  const message = `can now have ${scale} decimal places, was ${scaleOf(before)}`;
  // All digits together are limited, so more decimal places leave less room before the decimal point.
  const [{ low, high }, largest] = [boundsOf(before), maximumNumber(after)];
  const lost = Math.max(-low, high) > largest ? `; numbers beyond ${largest} are no longer accepted` : '';
  const impact = scale < scaleOf(before) || lost !== '' ? 'major' : 'minor';
  return [{ kind: 'scale', change, impact, message: `${message}${lost}` }];
}

function referenceDifferences(before: ColumnDefinition, after: ColumnDefinition): EntityDifference[] {
  const [old, now] = [before.references, after.references];
  if (old === now) return [];
  const impact = 'major';
  if (old === undefined) return [{ kind: 'reference', change: 'added', impact, message: `now references ${now}` }];
  if (now === undefined)
    return [{ kind: 'reference', change: 'removed', impact, message: `no longer references ${old}` }];
  return [{ kind: 'reference', change: 'changed', impact, message: `now references ${now}, was ${old}` }];
}
