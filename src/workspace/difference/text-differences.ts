import type { EntityDifference } from './difference.ts';

/** What people and examples say about an entity or a column. */
interface Described {
  readonly description?: string;
  readonly example?: unknown;
}

/** Compares the texts that clients do not depend on. `subject` is what messages call the entity or the column. */
export function textDifferences(
  subject: string,
  before: Described,
  after: Described,
  place: Pick<EntityDifference, 'entity' | 'column'>,
): readonly EntityDifference[] {
  return (['description', 'example'] as const).flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]];
    if (old === now) return [];
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    const verb = change === 'changed' ? 'changed' : `was ${change}`;
    return [{ ...place, kind, change, impact: 'patch', message: `the ${kind} of ${subject} ${verb}` }];
  });
}
