import type { Values } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { BadBody } from './body-case.ts';
import { NO_COLUMN, textColumn } from './columns.ts';

/** Longer than what any text column takes that has a length, and shorter than what bodies are limited to. */
const LONG = 70_000;

/** Values that are no values of a record. */
export function invalidRecords(context: ProbeContext): readonly BadBody[] {
  const text = textColumn(context);
  return [
    wrong('a field that is no column', { [NO_COLUMN]: 'x' }),
    ...(text === undefined
      ? []
      : [
          wrong('a text with NUL in it', { [text]: 'Ja\0ne' }),
          wrong('a text that is too long', { [text]: 'x'.repeat(LONG) }),
        ]),
  ];
}

/** The same for a new record alone. */
export function invalidCreations({ drafts }: ProbeContext): readonly BadBody[] {
  const { invalid, required } = drafts.entity;
  // The id of a record of the run: where a target takes it, nobody else's record is lost.
  const id = drafts.record('taken').id;
  const fields = new Set([...Object.keys(invalid), ...(required === undefined ? [] : [required])]);
  return [
    wrong('an id', { id }),
    {
      variant: 'several fields wrong',
      answer: 'validationError',
      basis: 'api',
      fields: [...fields],
      make: ({ values }) => {
        const left = Object.entries(values).filter(([column]) => column !== required);
        return JSON.stringify({ ...Object.fromEntries(left), ...invalid });
      },
    },
  ];
}

function wrong(variant: string, values: Values): BadBody {
  return {
    variant,
    answer: 'validationError',
    fields: Object.keys(values),
    make: (good) => good.wrap(JSON.stringify({ ...good.values, ...values })),
  };
}
