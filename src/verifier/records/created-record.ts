import { isObject } from '../../contract/index.ts';
import type { Collection, OwnRecord, Target } from '../../plan/index.ts';
import { collectionAt, collectionIn, recordIn } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import { parseBody } from '../judge/parse-body.ts';

/** A record that the run created, and how to reach it. */
export interface CreatedRecord {
  readonly collection: Collection;
  readonly id: OwnRecord['id'];
}

/** A record that the run created without learning its id: the response to a bulk create contains only counts. */
export interface CreatedUnseen {
  readonly collection: Collection;
  readonly column: string;
  readonly value: string;
}

/** Returns the record that an exchange created: that of any successful POST that returned an id, whether intended or not. */
export function createdBy(target: Target, exchange: Exchange): CreatedRecord | undefined {
  if (!('response' in exchange) || exchange.request.method !== 'POST') return undefined;
  const { request, response } = exchange;
  if (response.status >= 300) return undefined;
  const record = recordIn(parseBody(response.body));
  if (record === undefined) return undefined;
  // Use the path that was sent: if a batch wrongly returns a single record, its id must not be used on the entity's path.
  const [path = ''] = request.path.split('?');
  return { collection: collectionAt(target, path), id: record.id };
}

/**
 * Returns the records that a successful bulk create may have created, by their unique values. Only values with the run's own
 * digits count: any other value could belong to an existing record.
 */
export function createdUnseenBy(target: Target, exchange: Exchange, run: string): readonly CreatedUnseen[] {
  if (!('response' in exchange) || exchange.request.method !== 'POST' || target.entity === undefined) return [];
  const { request, response } = exchange;
  const items = parseBody(request.body ?? '');
  if (response.status >= 300 || !Array.isArray(items)) return [];
  const { unique } = target.entity;
  return items
    .map((item: unknown) => (isObject(item) ? item[unique] : undefined))
    .filter((value): value is string => typeof value === 'string' && value.includes(run))
    .map((value) => ({ collection: collectionIn(target, request), column: unique, value }));
}
