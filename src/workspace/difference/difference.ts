import type { ColumnConstraint } from '../constraint.ts';

/** The impact of a change, as in semantic versioning. A major change can break existing clients. */
export type Impact = 'major' | 'minor' | 'patch';

/** What can differ between two definitions. */
export const differenceKinds = [
  'organization',
  'workspace',
  'mode',
  'entity',
  'table',
  'column',
  'type',
  'nullability',
  'unique',
  'length',
  'scale',
  'reference',
  'constraint',
  'relation',
  'message',
  'order',
  'description',
  'example',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** One difference between two definitions. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly change: 'added' | 'removed' | 'changed';
  readonly impact: Impact;
  /** What differs, in one sentence without a full stop: `Ticket.title is now INTEGER, was TEXT`. It does not name the workspace. */
  readonly message: string;
  /** The slug of the workspace; missing for the organization. */
  readonly workspace?: string;
  readonly entity?: string;
  readonly column?: string;
  /** The constraint that was added. */
  readonly constraint?: ColumnConstraint;
}

/** A difference in the definition of an entity, which does not know the workspace. */
export type EntityDifference = Omit<Difference, 'workspace'>;
