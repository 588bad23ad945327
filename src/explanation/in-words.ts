import type { Basis, OperationKey } from '../contract/index.ts';
import { contract } from '../contract/index.ts';

/** How firmly a thing is known, in words. */
export const basisInWords: Readonly<Record<Basis, string>> = {
  seed: 'law: the founding page says so',
  api: 'law: the published API behaves so',
  ours: 'our own decision: another implementation may do otherwise',
};

/** Whether the same request may be sent again, in words. */
export function retryInWords(retryable: boolean): string {
  return retryable ? 'reads may be sent again after a while' : 'no: the same request fails again';
}

/** Where a thing can happen, in words: the fewest that say it. */
export function placesInWords(places: readonly OperationKey[]): string {
  if (places.includes('outsideOperations')) return 'no operation: the path is none';
  if (places.length === contract.operationIds.length) return 'every operation';
  const writes = contract.operationIds.filter((id) => contract.operations[id].write);
  const isEveryWrite = places.length === writes.length && writes.every((id) => places.includes(id));
  return isEveryWrite ? `every write: ${places.join(', ')}` : places.join(', ');
}
