import { namesParent } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';

/** A name that no column has. */
export const NO_COLUMN = 'no_such_column';

/**
 * Returns a text column other than the unique one, which identifies the records of the run, and other than a reference;
 * `undefined` if no other exists.
 */
export function textColumn({ drafts }: ProbeContext): string | undefined {
  const { unique, valid } = drafts.entity;
  return Object.keys(valid).find(
    (column) => column !== unique && typeof valid[column] === 'string' && !namesParent({ [column]: valid[column] }),
  );
}

/** Returns a column that may contain anything, because it does not identify the record. */
export function spareColumn(context: ProbeContext): string {
  return textColumn(context) ?? NO_COLUMN;
}
