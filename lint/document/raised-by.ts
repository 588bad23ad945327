/** What `x-scenario.raisedBy` may be: which operations raise a scenario. */
export type RaisedBy = 'everyOperation' | 'everyWrite' | 'noOperation' | readonly string[];

/** An operation, as far as it decides what it raises. */
export interface Raiser {
  readonly operationId: string;
  /** In lower case, as it is written in the document. */
  readonly method: string;
}

/** The forms of `raisedBy` as a message lists them. */
export const RAISED_BY_FORMS = 'everyOperation, everyWrite, noOperation or a list of operationIds, each once';

/** Whether a value is a `raisedBy`; the operations that it names need not exist. */
export function isRaisedBy(value: unknown): value is RaisedBy {
  if (!Array.isArray(value)) return value === 'everyOperation' || value === 'everyWrite' || value === 'noOperation';
  return value.length > 0 && value.every((each) => typeof each === 'string') && new Set(value).size === value.length;
}

/** Whether an operation raises what `raisedBy` says; `undefined` stands for what is outside of every operation. */
export function raises(raiser: Raiser | undefined, raisedBy: RaisedBy): boolean {
  if (raiser === undefined || raisedBy === 'noOperation') return raiser === undefined && raisedBy === 'noOperation';
  if (raisedBy === 'everyOperation') return true;
  if (raisedBy === 'everyWrite') return WRITES.includes(raiser.method);
  return raisedBy.includes(raiser.operationId);
}

const WRITES: readonly string[] = ['post', 'put', 'patch', 'delete'];
