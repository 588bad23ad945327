import type { Basis } from '../../contract/index.ts';

/** What counts against a run: findings always, notes where they were asked to. */
export type FailOn = 'finding' | 'note';

/** Whether a basis binds every implementation, so that a breach is a finding; what is only our decision makes a note. */
export function isNormative(basis: Basis): boolean {
  return basis !== 'ours';
}

/** Whether a breach fails the case. */
export function counts({ basis }: { readonly basis: Basis }, failOn: FailOn): boolean {
  return failOn === 'note' || isNormative(basis);
}
