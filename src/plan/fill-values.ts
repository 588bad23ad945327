import type { RecordId } from './record-id.ts';
import type { Values } from './target.ts';

/**
 * Replaces `{run}` and `{parent}` in every string of a target file's values. A string that is exactly `{parent}` becomes the id
 * itself, which may be a number.
 */
export function fillValues(values: Values, run: string, parentId?: RecordId): Values {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      value === '{parent}' && parentId !== undefined ? parentId : fillText(value, run, parentId),
    ]),
  );
}

function fillText(value: unknown, run: string, parentId: RecordId | undefined): unknown {
  if (typeof value !== 'string') return value;
  const withRun = value.replaceAll('{run}', run);
  return parentId === undefined ? withRun : withRun.replaceAll('{parent}', String(parentId));
}
