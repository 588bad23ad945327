import type { OperationId } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import type { Values } from '../../plan/index.ts';
import { writeRequest } from '../../plan/index.ts';
import { parseJson } from '../parse-json.ts';
import type { Exchange } from '../exchange.ts';
import { findRecords } from '../find-records.ts';
import { sameText } from '../same-text.ts';
import { inWords, recordOf, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import { differences } from './differences.ts';
import { lostValues } from './lost-values.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';

const CONTRACT =
  'Each item of a batch stands alone: what succeeded is stored, what failed is not, and the counts say so.';

/** A batch in which some items fail stores exactly what it says. */
export const bulkReadBack: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => [
    ...(await creations(context)),
    ...(await twins(context)),
    ...(await updates(context)),
    ...(await deletions(context)),
  ],
};

async function creations({ target, drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { unique, invalid } = drafts.entity;
  const [first, last] = [drafts.newValues(), drafts.newValues()];
  const duplicate = { ...drafts.newValues(), [unique]: drafts.record('taken').values[unique] };
  const withoutUnique = Object.fromEntries(Object.entries(invalid).filter(([column]) => column !== unique));
  const broken = Object.keys(withoutUnique).length === 0 ? undefined : { ...drafts.newValues(), ...withoutUnique };
  const items = [first, duplicate, ...(broken === undefined ? [] : [broken]), last];
  const request = writeRequest({ ...drafts.validRequest('bulkCreateRecords'), body: items });
  const exchange = await send(request);
  const wanted = new Map([first, last].map((item) => [String(item[unique]), item]));
  const values = [...wanted.keys(), ...(broken === undefined ? [] : [String(broken[unique])])];
  const collection = request.path.replace(/\/bulk$/, '');
  const found = await findRecords(target, send, { collection, column: unique, values });
  const stored = new Map(found.map(({ value, data }) => [value, data]));
  return [
    ...counts('bulkCreateRecords', exchange, { succeeded: 2, failed: items.length - 2 }),
    ...values.flatMap((value) => {
      const what = mistakeWith(wanted.get(value), stored.get(value));
      if (what === '') return [];
      return [breachOf('bulkCreateRecords', `an item with ${unique} '${value}' ${what}`, exchange)];
    }),
  ];
}

/** What went wrong with an item, in words; empty where nothing did. One that is not wanted had to fail. */
function mistakeWith(wanted: Values | undefined, stored: Values | undefined): string {
  if (wanted === undefined) return stored === undefined ? '' : 'failed and is stored all the same';
  if (stored === undefined) return 'succeeded and is not stored';
  const lost = lostValues(wanted, stored);
  return lost === '' ? '' : `is stored with ${lost}`;
}

/** Whichever of two items with one unique value succeeds, they never both do. */
async function twins({ target, drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { unique } = drafts.entity;
  const first = drafts.newValues();
  const value = String(first[unique]);
  const items = [first, { ...drafts.newValues(), [unique]: first[unique] }];
  const request = writeRequest({ ...drafts.validRequest('bulkCreateRecords'), body: items });
  const exchange = await send(request);
  const collection = request.path.replace(/\/bulk$/, '');
  const found = await findRecords(target, send, { collection, column: unique, values: [value] });
  if (found.length < 2) return [];
  const message = `two items with ${unique} '${value}' in one batch are both stored`;
  return [{ ...breachOf('bulkCreateRecords', message, exchange), basis: 'seed' }];
}

async function updates({ drafts, send, create }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { unique } = drafts.entity;
  const [one, other] = [await create(), await create()];
  const taken = drafts.record('taken').values[unique];
  const change = drafts.change();
  const items = [
    { id: drafts.missingId, ...drafts.change() },
    { id: one.id, [unique]: taken },
    { id: other.id, ...change },
  ];
  const read = async (id: string | number) =>
    recordOf(await send(writeRequest({ ...drafts.validRequest('getRecord'), id })));
  const before = await read(other.id);
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkUpdateRecords'), body: items }));
  const [refused, changed] = [await read(one.id), await read(other.id)];
  const lost = lostValues(change, changed ?? {});
  const notSent = Object.keys(other.values).filter((column) => !Object.hasOwn(change, column));
  const kept = differences(notSent, before, changed);
  return [
    ...counts('bulkUpdateRecords', exchange, { succeeded: 1, failed: 2 }),
    ...(sameText(String(refused?.[unique]), String(taken))
      ? [breachOf('bulkUpdateRecords', 'an item to a taken value failed and is stored all the same', exchange)]
      : []),
    ...(lost === '' ? [] : [breachOf('bulkUpdateRecords', `an item succeeded and is stored with ${lost}`, exchange)]),
    ...(kept === '' ? [] : [breachOf('bulkUpdateRecords', `an item changed what was not sent: ${kept}`, exchange)]),
  ];
}

async function deletions({ drafts, send, create }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const record = await create();
  const body = [drafts.missingId, record.id];
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkDeleteRecords'), body }));
  const after = await send(writeRequest({ ...drafts.validRequest('getRecord'), id: record.id }));
  return [
    ...counts('bulkDeleteRecords', exchange, { succeeded: 1, failed: 1 }),
    ...(statusOf(after) === 404
      ? []
      : [breachOf('bulkDeleteRecords', 'an item succeeded, and its record is still there', exchange)]),
  ];
}

function counts(
  operationId: OperationId,
  exchange: Exchange,
  { succeeded, failed }: { readonly succeeded: number; readonly failed: number },
): readonly ProbeBreach[] {
  const json = 'response' in exchange ? parseJson(exchange.response.body) : undefined;
  if (statusOf(exchange) !== 200 || !isObject(json)) {
    return [breachOf(operationId, `a batch in which some items fail was ${inWords(exchange)}, not 200`, exchange)];
  }
  if (json.succeeded === succeeded && json.failed === failed) return [];
  const said = `${json.succeeded} succeeded and ${json.failed} failed`;
  return [breachOf(operationId, `the answer says that ${said}, where ${succeeded} and ${failed} had to`, exchange)];
}

function breachOf(operationId: OperationId, message: string, exchange: Exchange): ProbeBreach {
  return breachesOf({ operationId, scenario: 'success', basis: 'api', contract: CONTRACT })(
    'someItems',
    message,
    exchange,
  );
}
