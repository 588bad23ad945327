import type { Finding, Report } from '../../report/report.ts';

/** The element id of each finding, known finding and note on the page. */
export type Ids = ReadonlyMap<Finding, string>;

/** Numbers the findings, known findings and notes of a report, for links. */
export function idsOf({ findings, known, notes }: Report): Ids {
  const numbered = (kind: string, all: readonly Finding[]): readonly [Finding, string][] =>
    all.map((finding, index) => [finding, `${kind}-${index + 1}`]);
  return new Map([...numbered('finding', findings), ...numbered('known', known), ...numbered('note', notes)]);
}
