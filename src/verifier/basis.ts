import type { Basis } from '../contract/index.ts';

/** Whether a basis binds every implementation, so that a breach is a finding; what is only our decision makes a note. */
export function isNormative(basis: Basis): boolean {
  return basis !== 'ours';
}
