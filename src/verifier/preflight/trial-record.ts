import { contract, scenarioOf } from '../../contract/index.ts';
import type { AncestorRecords, Collection, OwnRecord, Target } from '../../plan/index.ts';
import {
  ancestorToArrange,
  collectionOf,
  createAncestors,
  createRequest,
  getRequest,
  namesParent,
  recordToArrange,
  unusableId,
} from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { sameText } from '../../judge/index.ts';
import { shownRecords } from '../records/shown-records.ts';
import { refusedCreation } from './refused-creation.ts';
import { described, errorIn, saysNothing } from './describe.ts';
import type { Send } from './send.ts';

/** The number of the first record that the trial record must reference. */
const FIRST_ANCESTOR = 50;

/** What is needed to create a record. */
interface Trial {
  readonly target: Target;
  readonly send: Send;
  readonly run: string;
}

/** What a trial showed: a reason to stop, or hints. */
interface TrialResult {
  readonly stop?: string;
  readonly hints: readonly string[];
}

interface ParentResult extends TrialResult {
  readonly id?: OwnRecord['id'];
}

/**
 * Creates one record, with its parent if it must have one, and reads it back. The caller deletes both, as it deletes everything
 * that a run creates.
 */
export async function trialRecord(trial: Trial & { readonly collection: Collection }): Promise<TrialResult> {
  const { target, send, run, collection } = trial;
  if (target.stateless || Object.hasOwn(target.absentOperations, 'createRecord')) return { hints: [] };
  const parent = await createParent(trial);
  if (parent.stop !== undefined || parent.hints.length > 0) return parent;
  const arranged = recordToArrange(target, 'read', run, parent.id, await ancestorsOf(trial));
  if ('reason' in arranged) return { hints: [] };
  const creation = await send(createRequest(collection, arranged.values));
  const created = outcomeOf(target, creation, 'entity.valid');
  if (created.id === undefined) return created;
  const unusable = unusableId(created.id);
  if (unusable !== undefined)
    return {
      hints: [`A new record has the id ${JSON.stringify(created.id)}, which ${unusable}, so no request can use it`],
    };
  const read = await send(getRequest(collection, created.id));
  return { hints: [...idHints(target, created.id), ...readHints(target, read, arranged.values)] };
}

/** Creates the records that the trial record must reference. If one of them cannot be created, the cells that need it say why. */
function ancestorsOf({ target, send, run }: Trial): Promise<AncestorRecords> {
  let next = FIRST_ANCESTOR;
  return createAncestors(target, async (ancestor, earlier) => {
    const arranged = ancestorToArrange(ancestor, `${run}${String(next++).padStart(4, '0')}`, earlier);
    const collection = 'reason' in arranged ? arranged : collectionOf(target, arranged.entityName);
    if ('reason' in arranged || 'reason' in collection) return { reason: 'it could not be created' };
    const creation = await send(createRequest(collection, arranged.values));
    const created = outcomeOf(target, creation, 'entity.valid');
    return created.id === undefined ? { reason: described(creation) } : { id: created.id, values: arranged.values };
  });
}

async function createParent({ target, send, run }: Trial): Promise<ParentResult> {
  const { entity } = target;
  if (entity === undefined || !namesParent(entity.valid)) return { hints: [] };
  const arranged = recordToArrange(target, 'parent', run, undefined);
  const collection = 'reason' in arranged ? arranged : collectionOf(target, arranged.entityName);
  if ('reason' in arranged || 'reason' in collection) return { hints: [] };
  return outcomeOf(target, await send(createRequest(collection, arranged.values)), 'reference.parentValid');
}

/** @param member the member of the target file that the values come from */
function outcomeOf(target: Target, creation: Exchange, member: string): ParentResult {
  const status = 'response' in creation ? creation.response.status : 0;
  const isRefused = 'response' in creation && status >= 400 && status < 500 && !saysNothing(creation.response);
  if (isRefused && target.definition !== undefined && isAboutValues(creation))
    return { hints: [`${described(creation)}, although the record satisfies the definition of the workspace`] };
  if (isRefused) return { stop: refusedCreation(target, creation, member), hints: [] };
  const created = 'response' in creation && status < 300 ? shownRecords(creation.response.body)[0] : undefined;
  return created === undefined
    ? {
        hints: [
          `${described(creation)}, not a record with an id. Cells and probes that need a record fail for that reason`,
        ],
      }
    : { id: created.id, hints: [] };
}

/** The scenarios that show a server that obeys another definition. They do not keep the rest from being verified. */
const ABOUT_VALUES: readonly unknown[] = ['validationError', 'uniqueConstraintViolation', 'foreignKeyViolation'];

function isAboutValues(creation: Exchange): boolean {
  const error = 'response' in creation ? errorIn(creation.response) : undefined;
  return ABOUT_VALUES.includes(scenarioOf('createRecord', error?.code, error?.message));
}

function idHints({ ids }: Target, id: OwnRecord['id']): readonly string[] {
  const isText = typeof id === 'string';
  if (isText === (ids !== 'integer')) return [];
  return isText
    ? [
        `A new record has the id ${JSON.stringify(id)}, a string. If that is on purpose, declare "ids": "string" or "uuid" in the target file`,
      ]
    : [`A new record has the id ${id}, an integer, but the target file declares "ids": "${ids}"`];
}

function readHints({ entity, settle }: Target, read: Exchange, values: OwnRecord['values']): readonly string[] {
  const { success } = contract.operations.getRecord;
  if (!('response' in read) || read.response.status !== success)
    return [
      `${described(read)}, although the record had just been created. If reads lag behind writes for more than ${settle} ms, raise "settle" in the target file`,
    ];
  const data = shownRecords(read.response.body)[0]?.data;
  const [column, sent] = [entity?.unique ?? '', values[entity?.unique ?? '']];
  const isShown = typeof sent !== 'string' || sameText(sent, String(data?.[column]));
  return isShown ? [] : [`${described(read)}. That is not the record that had just been created under this id`];
}
