import { contract } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';
import { collectionOf, getRequest, unusableId } from '../../plan/index.ts';
import { described } from './describe.ts';
import type { Send } from './send.ts';

/** Reads the parent that must not exist. Returns what seems to be wrong with it in the target file. */
export async function referenceHints({
  target,
  send,
}: {
  readonly target: Target;
  readonly send: Send;
}): Promise<readonly string[]> {
  const { reference, stateless, unreachable, absentOperations } = target;
  if (reference === undefined || stateless || unusableId(reference.missing) !== undefined) return [];
  if (Object.hasOwn(unreachable, 'foreignKeyViolation') || Object.hasOwn(absentOperations, 'getRecord')) return [];
  const collection = collectionOf(target, reference.parent);
  if ('reason' in collection) return [];
  const read = await send(getRequest(collection, reference.missing));
  if (!('response' in read) || read.response.status !== contract.operations.getRecord.success) return [];
  return [`"reference.missing": ${described(read)}, but this id must not exist. Set it to an id that no record has`];
}
