import type { Report } from '../report/report.ts';

/** A list that every report has although it fails nothing: what the target file lacks, and what it declares. */
export interface Remark {
  readonly title: string;
  /** Identifies the list in HTML. */
  readonly id: string;
  readonly lines: readonly string[];
}

/** Returns the lists that have an entry. */
export function remarksOf({ deviations, missing }: Report): readonly Remark[] {
  const all: readonly Remark[] = [
    {
      id: 'missing',
      title: 'Missing from the target file: add all of these, or declare them unreachable',
      lines: missing,
    },
    { id: 'deviations', title: 'Declared deviations from the contract, which make no findings', lines: deviations },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
