import type { Values } from '../../../plan/index.ts';
import { collectionIn, writeRequest } from '../../../plan/index.ts';
import { lostValues } from '../../../judge/index.ts';
import { findRecords } from '../../records/find-records.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { batchBreach, compareCounts, compareIndexes } from './batch-breach.ts';
import { invalidWithoutUnique } from './invalid-without-unique.ts';

/** Sends a batch that creates two valid records, with invalid ones between them. */
export async function creations({ target, drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { unique } = drafts.entity;
  const [first, last] = [drafts.newValues(), drafts.newValues()];
  const isUnique = target.lacks?.unique === undefined;
  const duplicates = isUnique ? [{ ...drafts.newValues(), [unique]: drafts.record('taken').values[unique] }] : [];
  const invalid = invalidWithoutUnique(drafts.entity);
  const broken = invalid === undefined ? [] : [{ ...drafts.newValues(), ...invalid }];
  const failing = [...duplicates, ...broken];
  const items = [first, ...failing, last];
  const request = writeRequest({ ...drafts.validRequest('bulkCreateRecords'), body: items });
  const exchange = await send(request);
  const valid = new Map([first, last].map((item) => [String(item[unique]), item]));
  const values = [...valid.keys(), ...broken.map((item) => String(item[unique]))];
  const collection = collectionIn(target, request);
  const found = await findRecords(send, { collection, column: unique, values });
  const stored = new Map(found.map(({ value, data }) => [value, data]));
  return [
    ...compareCounts('bulkCreateRecords', exchange, { succeeded: 2, failed: failing.length }),
    ...compareIndexes(
      'bulkCreateRecords',
      exchange,
      failing.map((_item, index) => index + 1),
    ),
    ...values.flatMap((value) => {
      const what = mistakeWith(valid.get(value), stored.get(value));
      if (what === '') return [];
      return [batchBreach('bulkCreateRecords', `an item with ${unique} '${value}' ${what}`, exchange)];
    }),
  ];
}

/** Sends two items with the same unique value in one batch. At most one of them may be stored. */
export async function twins({ target, drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  if (target.lacks?.unique !== undefined) return [];
  const { unique } = drafts.entity;
  const first = drafts.newValues();
  const value = String(first[unique]);
  const items = [first, { ...drafts.newValues(), [unique]: first[unique] }];
  const request = writeRequest({ ...drafts.validRequest('bulkCreateRecords'), body: items });
  const exchange = await send(request);
  const collection = collectionIn(target, request);
  const found = await findRecords(send, { collection, column: unique, values: [value] });
  if (found.length < 2) {
    return compareCounts('bulkCreateRecords', exchange, { succeeded: found.length, failed: 2 - found.length });
  }
  const message = `two items with ${unique} '${value}' in one batch were both stored`;
  return [{ ...batchBreach('bulkCreateRecords', message, exchange), basis: 'seed' }];
}

/** Describes what went wrong with an item; empty if nothing did. `valid` is `undefined` for an item that must fail. */
function mistakeWith(valid: Values | undefined, stored: Values | undefined): string {
  if (valid === undefined) return stored === undefined ? '' : 'is invalid, but was stored';
  if (stored === undefined) return 'is valid, but was not stored';
  const lost = lostValues(valid, stored);
  return lost === '' ? '' : `was stored with ${lost}`;
}
