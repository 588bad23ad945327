import type { Basis } from '../contract/index.ts';

/** What can fail a run: only findings about server errors, all findings, or notes too. */
export const failOnKinds = ['server-error', 'finding', 'note'] as const;

export type FailOn = (typeof failOnKinds)[number];

/** Whether a violation of a rule with this basis is a finding. For a rule this project added, it is a note. */
export function isNormative(basis: Basis): boolean {
  return basis !== 'ours';
}
