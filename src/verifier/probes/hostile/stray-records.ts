import { collectionIn, writeRequest } from '../../../plan/index.ts';
import type { Exchange } from '../../../judge/index.ts';
import { findRecords } from '../../records/find-records.ts';
import { inWords, statusOf } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { NO_TRACE } from './own-records.ts';

/** A bad request after it was sent. */
export interface SentHostile {
  readonly hostile: HostileCase;
  readonly exchange: Exchange;
}

/** Finds the records that creations stored, and reports those whose creation was refused. They are deleted after all probes. */
export async function strayRecords(
  { target, drafts, send }: ProbeContext,
  sent: readonly SentHostile[],
): Promise<readonly ProbeBreach[]> {
  const { unique: column } = drafts.entity;
  const values = sent.flatMap(({ hostile: { marker } }) => (marker === undefined ? [] : [marker]));
  if (values.length === 0) return [];
  const collection = collectionIn(target, writeRequest(drafts.validRequest('listRecords')));
  const found = await findRecords(send, { collection, column, values });
  const stored = new Set(found.map(({ value }) => value));
  return sent.flatMap(({ hostile: { marker, answers }, exchange }) => {
    if (statusOf(exchange) < 400 || marker === undefined || !stored.has(marker)) return [];
    const message = `${inWords(exchange)}, but a record with ${column} '${marker}' was stored`;
    return [breachOfCase(answers[0], { basis: 'api', message, contract: NO_TRACE, exchange })];
  });
}
