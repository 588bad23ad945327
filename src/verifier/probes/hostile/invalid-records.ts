import { writeExactJson } from '../../../plan/index.ts';
import type { Values } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { BadBody } from './body-case.ts';
import { NO_COLUMN, textColumn } from './columns.ts';

/** Exceeds the limit of any text column that has one, but not the size limit for bodies. */
const LONG = 70_000;

/** Records with an invalid value, for creations and updates. */
export function invalidRecords(context: ProbeContext): readonly BadBody[] {
  const text = textColumn(context);
  return [
    wrong('an unknown field', { [NO_COLUMN]: 'x' }),
    ...(text === undefined
      ? []
      : [
          wrong('a string that contains NUL', { [text]: 'Ja\0ne' }),
          wrong('a string that is too long', { [text]: 'x'.repeat(LONG) }),
        ]),
  ];
}

/** Records with invalid values, for creations only. */
export function invalidCreations({ drafts }: ProbeContext): readonly BadBody[] {
  const { invalid, required } = drafts.entity;
  // The id of a record of the run: if a target accepts it, no other record is overwritten.
  const id = drafts.record('taken').id;
  const fields = new Set([...Object.keys(invalid), ...(required === undefined ? [] : [required])]);
  return [
    wrong('an id', { id }),
    {
      variant: 'several invalid fields',
      answer: 'validationError',
      basis: 'api',
      fields: [...fields],
      make: ({ values }) => {
        const left = Object.entries(values).filter(([column]) => column !== required);
        return writeExactJson({ ...Object.fromEntries(left), ...invalid });
      },
    },
  ];
}

function wrong(variant: string, values: Values): BadBody {
  return {
    variant,
    answer: 'validationError',
    fields: Object.keys(values),
    make: (good) => good.wrap(writeExactJson({ ...good.values, ...values })),
  };
}
