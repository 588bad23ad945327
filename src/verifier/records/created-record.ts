import { isObject } from '../../contract/index.ts';
import type { PlannedRequest, Target } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import { parseBody } from '../judge/parse-body.ts';

/** A record that the run created, and how to delete it again. */
export interface CreatedRecord {
  /** The raw path of its entity below the base URL. */
  readonly collection: string;
  readonly id: string | number;
}

/** Records that the run created without being told their ids: a bulk creation answers only counts. */
export interface CreatedUnseen {
  readonly collection: string;
  readonly column: string;
  readonly value: string;
}

/** The record that an exchange created: that of any successful POST, wanted or not, which answered an id. */
export function createdBy(exchange: Exchange): CreatedRecord | undefined {
  if (!('response' in exchange) || exchange.request.method !== 'POST') return undefined;
  const { request, response } = exchange;
  if (response.status >= 300) return undefined;
  const json = parseBody(response.body);
  const data = isObject(json) ? json.data : undefined;
  const id = isObject(data) ? data.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? { collection: collectionOf(request), id } : undefined;
}

/**
 * The records that a successful bulk creation may have created, by their unique values. Only values with the run's own digits
 * count: without them a value could be somebody else's.
 */
export function createdUnseenBy(exchange: Exchange, target: Target, run: string): readonly CreatedUnseen[] {
  if (!('response' in exchange) || exchange.request.method !== 'POST' || target.entity === undefined) return [];
  const { request, response } = exchange;
  const items = parseBody(request.body ?? '');
  if (response.status >= 300 || !Array.isArray(items)) return [];
  const collection = collectionOf(request).replace(/\/bulk$/, '');
  const { unique } = target.entity;
  return items
    .map((item: unknown) => (isObject(item) ? item[unique] : undefined))
    .filter((value): value is string => typeof value === 'string' && value.includes(run))
    .map((value) => ({ collection, column: unique, value }));
}

function collectionOf({ path }: PlannedRequest): string {
  return path.replace(/\?.*$/, '');
}
