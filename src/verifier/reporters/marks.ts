import type { ProbeOutcome } from '../report/report.ts';

/** How something stands: the sign that a text has for it, and what it means. */
export const marks = {
  passed: { sign: '✓', meaning: 'passed' },
  failed: { sign: '✗', meaning: 'failed' },
  known: { sign: '~', meaning: 'failed, as is known' },
  'not-provoked': { sign: '–', meaning: 'not provoked' },
  'left-out': { sign: '·', meaning: 'not part of this run' },
} satisfies Record<string, { readonly sign: string; readonly meaning: string }>;

export type MarkName = keyof typeof marks;

/** Every mark, in the order in which a legend explains them. */
export const markNames = Object.keys(marks) as readonly MarkName[];

/** The marks that few runs have, so that a legend explains them only where they occur. */
export const rareMarks: readonly MarkName[] = ['known', 'left-out'];

/** The mark of a probe. */
export function markOfProbe({ outcome, known }: ProbeOutcome): MarkName {
  return outcome === 'failed' && known === true ? 'known' : outcome;
}
