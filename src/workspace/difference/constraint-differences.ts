import type { ColumnConstraint } from '../constraint.ts';
import type { ColumnDefinition } from '../definition.ts';
import type { EntityDifference } from './difference.ts';
import { namedPairs } from './named-pairs.ts';
import { impliesConstraint } from './value-bounds.ts';

/** Compares the constraints of a column. `subject` is what messages call the column. */
export function constraintDifferences(
  subject: string,
  before: ColumnDefinition,
  after: ColumnDefinition,
): readonly EntityDifference[] {
  const same = namedPairs(numbered(before, labelOf), numbered(after, labelOf), ({ key }) => key);
  // A constraint whose value changed is neither new nor gone.
  const other = namedPairs(renumbered(same.removed), renumbered(same.added), ({ key }) => key);
  const isTighter = ({ constraint }: Numbered): boolean => !impliesConstraint(before, constraint);
  return [
    ...other.removed.map(({ constraint }): EntityDifference => {
      const message = `${subject} no longer has the constraint ${labelOf(constraint)}`;
      return { kind: 'constraint', change: 'removed', impact: 'minor', message };
    }),
    ...other.added.map((each): EntityDifference => {
      const effect = isTighter(each) ? '' : ', which rejects no value that was accepted before';
      const message = `${subject} has the new constraint ${labelOf(each.constraint)}${effect}`;
      return { ...rated('added', isTighter(each)), message, constraint: each.constraint };
    }),
    ...other.both.map(([{ constraint: old }, now]): EntityDifference => {
      const message = `${subject} has the constraint ${labelOf(now.constraint)}, was ${labelOf(old)}`;
      return { ...rated('changed', isTighter(now)), message };
    }),
    ...[...same.both, ...other.both].flatMap(([{ constraint: old }, { constraint: now }]): EntityDifference[] => {
      if (old.message === now.message) return [];
      const texts = `${wordsOf(now)}, was ${wordsOf(old)}`;
      const message = `the message of ${subject} for ${labelOf(now)} is now ${texts}`;
      return [{ kind: 'message', change: 'changed', impact: 'patch', message }];
    }),
    ...(same.isReordered
      ? ([
          {
            kind: 'order',
            change: 'changed',
            impact: 'patch',
            message: `the constraints of ${subject} are in another order, and so are the details of errors`,
          },
        ] as const)
      : []),
  ];
}

/** A constraint with a key that is unique in its column, which can have several constraints of one type. */
interface Numbered {
  readonly constraint: ColumnConstraint;
  readonly key: string;
}

function numbered(
  { constraints = [] }: ColumnDefinition,
  nameOf: (constraint: ColumnConstraint) => string,
): Numbered[] {
  const names = constraints.map(nameOf);
  return constraints.map((constraint, index) => {
    const name = nameOf(constraint);
    const earlier = names.slice(0, index).filter((each) => each === name).length;
    return { constraint, key: `${name} ${earlier}` };
  });
}

function renumbered(items: readonly Numbered[]): Numbered[] {
  return numbered(
    { name: '', type: 'TEXT', constraints: items.map(({ constraint }) => constraint) },
    ({ type }) => type,
  );
}

function rated(change: 'added' | 'changed', isTighter: boolean) {
  return { kind: 'constraint', change, impact: isTighter ? 'major' : 'minor' } as const;
}

function labelOf({ type, value }: ColumnConstraint): string {
  return value === undefined ? type : `${type} ${String(value)}`;
}

function wordsOf({ message }: ColumnConstraint): string {
  return message === undefined ? 'the message of the contract' : JSON.stringify(message);
}
