import { contract, isObject } from '../../contract/index.ts';
import type { RecordId, Values } from '../../plan/index.ts';
import { isRecordId, NotProvokable, unusableId, writeRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { lostValues } from '../../judge/index.ts';
import { inWords, jsonOf, recordOf, statusOf } from './answer.ts';
import { breachesOf, pairFacts } from './breach.ts';
import { differences } from './compare/differences.ts';
import { isPresent } from './hostile/hostile-case.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';

const rule = {
  scenario: 'success',
  basis: 'api',
  contract: 'A read after a write returns the values that the write reported as stored, and nothing else changes.',
} as const;
const created = breachesOf({ ...rule, operationId: 'createRecord' });
const listed = breachesOf({ ...rule, operationId: 'listRecords' });
const updated = breachesOf({ ...rule, operationId: 'updateRecord' });
const deleted = breachesOf({ ...rule, operationId: 'deleteRecord' });

/** A later read shows every creation, update and deletion. Columns that were not sent, and other records, stay unchanged. */
export const readBack: Probe = {
  level: 'strict',
  basis: 'api',
  readsBack: true,
  reads: ['getRecord'],
  run: async (context) => {
    const { drafts, send, create } = context;
    const values = drafts.newValues();
    const creation = await send(writeRequest({ ...drafts.validRequest('createRecord'), body: values }));
    const id = recordOf(creation)?.id;
    if (!isRecordId(id)) {
      const message = `a creation ${inWords(creation)}, without a record that has an id`;
      const expected = { status: contract.operations.createRecord.success };
      return [created('created', message, creation, { expected })];
    }
    const unusable = unusableId(id);
    if (unusable !== undefined) throw new NotProvokable(`a creation returned an id that ${unusable}`);
    const read = await get(context, id);
    const creationBreaches = afterCreation(values, creation, read);
    // Without the new record, nothing else can be tried.
    if (recordOf(read) === undefined) return creationBreaches;
    const { id: bystander } = await create();
    const subject = { id, bystander, values };
    return [
      ...creationBreaches,
      ...(await inList(context)),
      ...(await afterUpdate(context, subject)),
      ...(isPresent(context.target, 'deleteRecord') ? await afterDelete(context, subject) : []),
    ];
  },
};

/** A record to write to, the values that it was created with, and the id of a record that is never written to. */
interface Subject {
  readonly id: RecordId;
  readonly bystander: RecordId;
  readonly values: Values;
}

function afterCreation(values: Values, creation: Exchange, read: Exchange): readonly ProbeBreach[] {
  const stored = recordOf(read);
  const unlike = differences(Object.keys(values), recordOf(creation), stored);
  const lost = lostValues(values, stored ?? values);
  return [
    ...(unlike === '' ? [] : [created('created', `the new record differs when it is read again: ${unlike}`, read)]),
    ...(lost === '' ? [] : [created('created', `the new record has ${lost} when it is read again`, read)]),
  ];
}

/** Checks that a list counts all records, not only those on its page. This run has created at least two. */
async function inList({ drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const list = await send(writeRequest({ ...drafts.validRequest('listRecords'), query: { page: '0', size: '1' } }));
  const json = jsonOf(list);
  const total = isObject(json) && isObject(json.meta) ? json.meta.totalElements : undefined;
  if (typeof total !== 'number' || total >= 2) return [];
  return [
    listed('firstPage', `two records were created, but a list counts ${total}`, list, { field: 'meta.totalElements' }),
  ];
}

async function afterUpdate(context: ProbeContext, { id, bystander, values }: Subject): Promise<readonly ProbeBreach[]> {
  const { drafts, send } = context;
  const [before, otherBefore] = [recordOf(await get(context, id)), recordOf(await get(context, bystander))];
  const change = drafts.change();
  const update = await send(writeRequest({ ...drafts.validRequest('updateRecord'), id, body: change }));
  const [read, otherRead] = [await get(context, id), await get(context, bystander)];
  const after = recordOf(read);
  const columns = Object.keys(values);
  const notSent = columns.filter((column) => !Object.hasOwn(change, column));
  const unlike = differences(columns, recordOf(update), after);
  const lost = lostValues(change, after ?? change);
  const kept = differences(notSent, before, after);
  const other = differences(columns, otherBefore, recordOf(otherRead));
  return [
    ...(unlike === ''
      ? []
      : [updated('oneColumn', `the updated record differs when it is read again: ${unlike}`, read)]),
    ...(lost === '' ? [] : [updated('oneColumn', `the updated record has ${lost} when it is read again`, read)]),
    ...(kept === '' ? [] : [updated('oneColumn', `an update changed columns that were not sent: ${kept}`, update)]),
    ...(other === '' ? [] : [updated('oneColumn', `an update changed another record: ${other}`, otherRead)]),
  ];
}

async function afterDelete(context: ProbeContext, { id, bystander }: Subject): Promise<readonly ProbeBreach[]> {
  const { drafts, send } = context;
  const gone = { expected: pairFacts('recordNotFound') };
  const otherBefore = await get(context, bystander);
  await send(writeRequest({ ...drafts.validRequest('deleteRecord'), id }));
  const [read, other] = [await get(context, id), await get(context, bystander)];
  const update = await send(writeRequest({ ...drafts.validRequest('updateRecord'), id, body: drafts.change() }));
  const again = await send(writeRequest({ ...drafts.validRequest('deleteRecord'), id }));
  return [
    ...(statusOf(read) === 404
      ? []
      : [deleted('deleted', `a read of a deleted record ${inWords(read)}, not 404`, read, gone)]),
    ...(statusOf(update) === 404
      ? []
      : [updated('deleted', `an update of a deleted record ${inWords(update)}, not 404`, update, gone)]),
    ...(statusOf(again) === 404
      ? []
      : [deleted('deletedAgain', `a second delete of the same record ${inWords(again)}, not 404`, again, gone)]),
    ...(statusOf(otherBefore) !== 200 || statusOf(other) === 200
      ? []
      : [
          deleted('deleted', `after a delete, a read of another record ${inWords(other)}, not 200`, other, {
            expected: { status: 200 },
          }),
        ]),
  ];
}

function get({ drafts, send }: ProbeContext, id: RecordId): Promise<Exchange> {
  return send(writeRequest({ ...drafts.validRequest('getRecord'), id }));
}
