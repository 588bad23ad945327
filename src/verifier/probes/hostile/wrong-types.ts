import { namesParent, writeExactJson } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { BadBody } from './body-case.ts';

/** A value of the wrong JSON type. */
interface WrongValue {
  readonly type: string;
  readonly value: unknown;
  /** Whether no server can convert it, so that accepting it is a finding. Other values are a note if they are accepted. */
  readonly refused: boolean;
}

/**
 * Records with a value of each wrong JSON type in each column. The unique column identifies the record, so it gets only values that
 * contain the unique text, and none in an update.
 */
export function wrongTypes({ drafts }: ProbeContext, write: 'creation' | 'update'): readonly BadBody[] {
  const { unique, valid } = drafts.entity;
  const columns = Object.keys(valid).filter((column) => column !== unique || write === 'creation');
  return columns.flatMap((column) => {
    const holdsMarker = ({ refused }: WrongValue): boolean => column !== unique || refused;
    // A number or a text could be the id of a record of somebody else.
    const isReference = namesParent({ [column]: valid[column] });
    return wrongFor(valid[column])
      .filter((wrong) => holdsMarker(wrong) && (wrong.refused || !isReference))
      .map(({ type, value, refused }): BadBody => ({
        variant: `${type} for ${column}`,
        answer: 'validationError',
        fields: [column],
        refused,
        ...(isReference ? { otherAnswer: 'foreignKeyViolation' } : {}),
        make: ({ values, wrap }) => {
          const good = column === unique ? values[column] : value;
          return wrap(writeExactJson({ ...values, [column]: holding(type, good, value) }));
        },
      }));
  });
}

function wrongFor(good: unknown): readonly WrongValue[] {
  const structures: readonly WrongValue[] = [
    { type: 'an array', value: good, refused: true },
    { type: 'an object', value: good, refused: true },
  ];
  switch (typeof good) {
    case 'string':
      return [
        { type: 'a number', value: 7, refused: false },
        { type: 'a boolean', value: true, refused: false },
        ...structures,
      ];
    case 'number':
      return [
        { type: 'text', value: 'not a number', refused: true },
        { type: 'a boolean', value: true, refused: false },
        ...structures,
      ];
    case 'boolean':
      return [
        { type: 'text', value: 'not a boolean', refused: true },
        { type: 'a number', value: 7, refused: false },
        ...structures,
      ];
    default:
      return [];
  }
}

function holding(type: string, good: unknown, value: unknown): unknown {
  if (type === 'an array') return [good];
  return type === 'an object' ? { value: good } : value;
}
