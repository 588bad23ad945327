import type { ProbeContext } from '../probe.ts';

/** A name that no column has. */
export const NO_COLUMN = 'no_such_column';

/** A column that takes text, and is not the one by which records of the run are known again. */
export function textColumn({ drafts }: ProbeContext): string | undefined {
  const { unique, valid } = drafts.entity;
  return Object.keys(valid).find((column) => column !== unique && typeof valid[column] === 'string');
}

/** A column that may carry anything: whatever comes of it, the record is known again. */
export function spareColumn(context: ProbeContext): string {
  return textColumn(context) ?? NO_COLUMN;
}
