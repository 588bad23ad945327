import type { OwnRecord, Unavailable } from '../../plan/index.ts';
import { collectionOf, getRequest, missingIdOf } from '../../plan/index.ts';
import type { ConstraintFixtures } from '../../workspace-plan/index.ts';
import { constraintRecords, constraintRecordToArrange, digitsOf } from '../../workspace-plan/index.ts';
import type { CreateTools } from './arrange.ts';
import { createRecord } from './arrange.ts';
import { eachAtOnce } from './each-at-once.ts';

/** Creates the records that the rules of a definition are tested with. For a record that cannot be created, notes the reason. */
export async function arrangeConstraints(tools: CreateTools): Promise<ConstraintFixtures> {
  const { target, run } = tools;
  const records = new Map<string, OwnRecord | Unavailable>();
  const firsts = new Map<string, OwnRecord | Unavailable>();
  let next = 0;
  const create = async ([key, described]: ReturnType<typeof constraintRecords>[number][number]): Promise<void> => {
    const digits = digitsOf(run, next++);
    const arranged =
      typeof digits === 'string' ? constraintRecordToArrange(described, digits, { records, firsts }) : digits;
    const record = 'reason' in arranged ? arranged : await createRecord(tools, arranged);
    records.set(key, record);
    if (described.purpose === 'first') firsts.set(described.entity, record);
  };
  const [group = [], ...others] = constraintRecords(target);
  // Each may reference those before it.
  for (const first of group) await create(first);
  for (const other of others) await eachAtOnce(other, create);
  return { run, records, firsts, occupied: await occupiedEntities(tools) };
}

/** Returns the referenced entities in which the id that no record should have is not proven to be missing. */
async function occupiedEntities({ target, send }: CreateTools): Promise<ReadonlySet<string>> {
  const columns = target.definition?.entities.flatMap((entity) => entity.columns) ?? [];
  const referenced = new Set(columns.flatMap(({ references }) => references ?? []));
  const occupied = new Set<string>();
  await eachAtOnce([...referenced], async (entity) => {
    const collection = collectionOf(target, entity);
    if ('reason' in collection) return;
    const read = await send(getRequest(collection, missingIdOf(target)));
    if ('response' in read && read.response.status < 300) occupied.add(entity);
  });
  return occupied;
}
