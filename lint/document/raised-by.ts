/** The values of `x-scenario.raisedBy`: which operations raise a scenario. */
export type RaisedBy = 'everyOperation' | 'everyWrite' | 'noOperation' | readonly string[];

/** The properties of an operation that decide which scenarios it raises. */
export interface Raiser {
  readonly operationId: string;
  /** In lower case, as in the document. */
  readonly method: string;
}

/** The forms of `raisedBy`, as quoted in messages. */
export const RAISED_BY_FORMS = 'everyOperation, everyWrite, noOperation or a list of operationIds, each once';

/** Whether a value is a well-formed `raisedBy`. Does not check that the operations exist. */
export function isRaisedBy(value: unknown): value is RaisedBy {
  if (!Array.isArray(value)) return value === 'everyOperation' || value === 'everyWrite' || value === 'noOperation';
  return value.length > 0 && value.every((each) => typeof each === 'string') && new Set(value).size === value.length;
}

/** Whether `raisedBy` includes an operation. An `undefined` raiser stands for requests outside all operations. */
export function raises(raiser: Raiser | undefined, raisedBy: RaisedBy): boolean {
  if (raiser === undefined || raisedBy === 'noOperation') return raiser === undefined && raisedBy === 'noOperation';
  if (raisedBy === 'everyOperation') return true;
  if (raisedBy === 'everyWrite') return WRITES.includes(raiser.method);
  return raisedBy.includes(raiser.operationId);
}

const WRITES: readonly string[] = ['post', 'put', 'patch', 'delete'];
