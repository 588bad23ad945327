import type { Basis, OperationKey } from '../contract/index.ts';
import { contract } from '../contract/index.ts';

/** Describes how binding a rule is. */
export const basisInWords: Readonly<Record<Basis, string>> = {
  seed: "a rule of the API's error documentation: every implementation must follow it",
  api: 'a rule of the published API: every implementation must follow it',
  ours: 'a rule this project added: other implementations may differ',
};

/** Describes whether it makes sense to send the same request again. */
export function retryInWords(retryable: boolean): string {
  return retryable ? 'reads can be retried after a delay' : 'no: the same request would fail again';
}

/** Lists operations in as few words as possible. */
export function placesInWords(places: readonly OperationKey[]): string {
  if (places.includes('outsideOperations')) return 'no operation: the path matches none';
  if (places.length === contract.operationIds.length) return 'every operation';
  const writes = contract.operationIds.filter((id) => contract.operations[id].write);
  const isEveryWrite = places.length === writes.length && writes.every((id) => places.includes(id));
  return isEveryWrite ? `every write: ${places.join(', ')}` : places.join(', ');
}
