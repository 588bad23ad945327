import type { Basis } from '../../contract/index.ts';

/** What fails a run: only findings, or notes too. */
export type FailOn = 'finding' | 'note';

/** Whether a violation of a rule with this basis is a finding. For a rule this project added, it is a note. */
export function isNormative(basis: Basis): boolean {
  return basis !== 'ours';
}

/** Whether a violation fails the case. */
export function counts({ basis }: { readonly basis: Basis }, failOn: FailOn): boolean {
  return failOn === 'note' || isNormative(basis);
}
