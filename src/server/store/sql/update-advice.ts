import type { Difference, DifferenceKind, EntityDefinition } from '../../../workspace/index.ts';

const KEEP = 'keep it as it was';

/** What to do instead of a difference that an update refuses. `undefined` if an update applies it, whatever it is. */
const advice: Readonly<Record<DifferenceKind, string | undefined>> = {
  organization: KEEP,
  workspace: undefined,
  mode: undefined,
  entity: 'keep it in the file',
  table: 'keep its name',
  column: 'keep it in the file',
  type: 'keep the type, and add another column',
  nullability: KEEP,
  unique: KEEP,
  length: KEEP,
  scale: KEEP,
  reference: KEEP,
  constraint: KEEP,
  relation: 'leave out the column or the entity that changes its name',
  message: undefined,
  order: undefined,
  description: undefined,
  example: undefined,
};

/**
 * Returns what to do instead of a difference that an update of a database refuses, or `undefined` if it applies it: it adds something
 * that no existing record lacks, or changes only a mode or texts.
 */
export function adviceFor(
  { kind, change, entity, column }: Difference,
  entities: readonly EntityDefinition[],
): string | undefined {
  if (change !== 'added') return advice[kind];
  // Constraints are compared with the records.
  if (kind === 'entity' || kind === 'constraint') return undefined;
  if (kind !== 'column') return advice[kind];
  const added = entities.find(({ name }) => name === entity)?.columns.find(({ name }) => name === column);
  return added?.nullable === false ? 'let it be null, because existing records have no value' : undefined;
}
