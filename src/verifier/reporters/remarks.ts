import type { Report } from '../report/report.ts';

/** A list that every report has although it fails nothing: what looks wrong in the target file, what it lacks, and what it declares. */
export interface Remark {
  readonly title: string;
  /** Identifies the list in HTML. */
  readonly id: string;
  readonly lines: readonly string[];
}

/** Returns the lists that have an entry. */
export function remarksOf({ hints, deviations, missing }: Report): readonly Remark[] {
  const all: readonly Remark[] = [
    { id: 'hints', title: 'Hints: check these first, because they may explain findings', lines: hints },
    {
      id: 'missing',
      title: 'Missing from the target file: add all of these, or declare them unreachable',
      lines: missing,
    },
    {
      id: 'deviations',
      title: 'Declared deviations from the contract, which are not reported as findings',
      lines: deviations,
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
