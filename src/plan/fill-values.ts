import type { Values } from './target.ts';

/**
 * Fills `{run}` and `{parent}` in every text of a target file's values. A text that is nothing but `{parent}` becomes the id
 * itself, a number where the id is one.
 */
export function fillValues(values: Values, run: string, parentId?: string | number): Values {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      value === '{parent}' && parentId !== undefined ? parentId : fillText(value, run, parentId),
    ]),
  );
}

function fillText(value: unknown, run: string, parentId: string | number | undefined): unknown {
  if (typeof value !== 'string') return value;
  const withRun = value.replaceAll('{run}', run);
  return parentId === undefined ? withRun : withRun.replaceAll('{parent}', String(parentId));
}
