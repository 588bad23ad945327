import type { Report } from '../report/report.ts';

/** A list that every report has although it fails nothing: what the target file declares about the target. */
export interface Remark {
  readonly title: string;
  /** Identifies the list in HTML. */
  readonly id: string;
  readonly lines: readonly string[];
}

/** Returns the lists that have an entry. */
export function remarksOf({ deviations }: Report): readonly Remark[] {
  const all: readonly Remark[] = [
    { id: 'deviations', title: 'Declared deviations from the contract, which make no findings', lines: deviations },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
