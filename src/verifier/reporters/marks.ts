import type { ProbeOutcome } from '../report/report.ts';

/** The marks for cells and probes: the sign in a text report, and its meaning. */
export const marks = {
  passed: { sign: '✓', meaning: 'passed' },
  failed: { sign: '✗', meaning: 'failed' },
  known: { sign: '~', meaning: 'known failure' },
  'not-provoked': { sign: '–', meaning: 'not provoked' },
  'left-out': { sign: '·', meaning: 'not part of this run' },
} satisfies Record<string, { readonly sign: string; readonly meaning: string }>;

export type MarkName = keyof typeof marks;

/** All marks, in the order of the legend. */
export const markNames = Object.keys(marks) as readonly MarkName[];

/** The marks that few runs have. The legend explains them only if they occur. */
export const rareMarks: readonly MarkName[] = ['known', 'left-out'];

/** Returns the mark of a probe. */
export function markOfProbe({ outcome, known }: ProbeOutcome): MarkName {
  return outcome === 'failed' && known === true ? 'known' : outcome;
}
