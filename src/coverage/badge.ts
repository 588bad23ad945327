import type { FailureCoverage } from './failure-coverage.ts';

/** What https://shields.io/badges/endpoint-badge reads. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

/** From which share of judged failures a badge has a colour. */
const COLOURS = [
  [1, 'brightgreen'],
  [0.9, 'green'],
  [0.75, 'yellow'],
  [0.5, 'orange'],
  [0, 'red'],
] as const;

/** Returns a badge with the number of judged failures. */
export function coverageBadge({ described, judged }: FailureCoverage): Badge {
  const share = judged / described;
  const [, color] = COLOURS.find(([least]) => share >= least) ?? COLOURS[4];
  return { schemaVersion: 1, label: 'failure coverage', message: `${judged} of ${described}`, color };
}
